# language: sv
Egenskap: Klienten blir aldrig utan någon som svarar för helheten
  Samma meningar på svenska, med svenska namn.

  Bakgrund:
    Givet att servicestigen "Nationella basmodellen" används
    Och dagens datum är 2.6.2025
    Och klienten är i skedet "Tjänsterna pågår"

  Scenario: Klientens egen önskan räcker
    När klienten gör övergången "Jag vill ha arbetsträning"
    Så är klienten i skedet "Arbetsträning"
    Och för skedet ansvarar "arbetstränare"
    Och exakt en organisation har hela tiden haft samordningsansvaret

  Scenario: Mottagaren tar emot innan ansvaret går över
    När "koordinator" föreslår övergången "Återgå till bedömningen av servicebehovet" som ledsagad överföring till mottagaren "kommun"
    Och klienten samtycker till den ledsagade överföringen
    Och mottagaren "kommun" godkänner den ledsagade överföringen
    Så har organisationen "välfärdsområde" samordningsansvaret
    Och är klienten i skedet "Tjänsterna pågår"
    Och ansvarar "koordinator" för skedet

  Scenario: Utan plan kan studierna inte börja
    När "koordinator" försöker göra övergången "Börja studera"
    Så kan övergången inte göras
    Och detta saknas:
      | vad              |
      | Plan för studier |
    Och ingenting har ändrats
