# language: sv
Egenskap: Klienten väljer själv mellan lättare och starkare arbetsträning
  Mellersta Österbotten är tvåspråkigt: valet ska kunna läsas och granskas också på svenska. Arbetstagaren föreslår,
  klienten väljer, och den som byter börjar inte om från början.

  Bakgrund:
    Givet att servicestigen "Mellersta Österbotten" används
    Och dagens datum är 2.6.2025

  Scenario: Klientens önskan räcker, och den saknade remissen bara syns
    Givet att klienten är i skedet "Tjänsterna pågår"
    När klienten gör övergången "Välj lättare arbetsträning"
    Så är klienten i skedet "Lätt stöd: att söka sig till tjänsten och komma överens"
    Och ansvarar "arbetstränare" för skedet
    Och varningen "Hänvisning till arbetsträning (remiss)" ges
    Och organisationen "Mellersta Österbottens välfärdsområde" har samordningsansvaret

  Scenario: Ingen väljer åt klienten
    Givet att klienten är i skedet "Tjänsterna pågår"
    När "koordinator" försöker göra övergången "Välj lättare arbetsträning" utan att komma överens med andra
    Så kan övergången inte göras
    Och detta saknas:
      | vad    | vem kan komplettera |
      | klient | klient              |
    Och ingenting har ändrats

  Scenario: Den som byter börjar inte om
    Givet att klienten är i skedet "Lätt stöd: kartläggning av kompetens"
    När klienten gör övergången "Övergå till starkare arbetsträning"
    Så är klienten i skedet "Kartläggning av kompetens och yrkesprofilering"
    Och ansvarar "arbetstränare" för skedet
    Och orsaken "inte redo" kan inte väljas
