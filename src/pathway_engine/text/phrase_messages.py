"""What is found wrong with a file of a region's own phrases."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str, str]] = {
    "phrase-key": (
        "Avainta ”{name}” ei tunneta. Tässä voi olla: {known}.",
        "Nyckeln ”{name}” är okänd. Här kan stå: {known}.",
        "Nobody knows the key “{name}”. There can be: {known}.",
    ),
    "phrase-no-phrases": (
        "Tiedostosta puuttuu luettelo ”phrases:”, jossa lauseet ovat.",
        "Filen saknar listan ”phrases:” där fraserna står.",
        "The file has no list “phrases:” that holds the phrases.",
    ),
    "phrase-not-a-phrase": (
        "Lauseella on oltava kieli ja kohta steps, esimerkiksi: - fi: asiakas kävi aksussa",
        "En fras har ett språk och delen steps, till exempel: - sv: klienten besökte byrån",
        "A phrase has a language and the part steps, such as: - en: the client came to the office",
    ),
    "phrase-no-spelling": (
        "Lauseesta puuttuu, miten se kirjoitetaan. Lisää fi:, sv: tai en:.",
        "Det saknas hur frasen skrivs. Lägg till fi:, sv: eller en:.",
        "It does not say how the phrase is written. Add fi:, sv: or en:.",
    ),
    "phrase-no-steps": (
        "Lauseesta puuttuu, mitä se tarkoittaa. Lisää kohta steps: ja sen alle valmiita lauseita.",
        "Det saknas vad frasen betyder. Lägg till steps: och färdiga meningar under den.",
        "It does not say what the phrase stands for. Add steps: and ready sentences below it.",
    ),
    "phrase-not-a-step": (
        "Kohdassa steps on oltava lause, tai lause ja sen taulukko.",
        "I steps ska stå en mening, eller en mening och dess tabell.",
        "Under steps there has to be a sentence, or a sentence and its table.",
    ),
    "phrase-not-a-table": (
        "Taulukko kirjoitetaan luettelona tai pareina ”kohta: sisältö”.",
        "Tabellen skrivs som en lista eller som par ”punkt: innehåll”.",
        "The table is written as a list, or as pairs “item: value”.",
    ),
    "phrase-bad-parameter": (
        "Täytettävän kohdan nimi ”{{{name}}}” ei kelpaa: kirjaimia, numeroita ja alaviivoja, ensin kirjain.",
        "Namnet ”{{{name}}}” duger inte: bokstäver, siffror och understreck, först en bokstav.",
        "The name “{{{name}}}” will not do: letters, digits and underscores, a letter first.",
    ),
    "phrase-parameters-differ": (
        "Eri kielillä on oltava samat täytettävät kohdat. Eri: {names}.",
        "Samma platser ska finnas på alla språk. Olika: {names}.",
        "Every language has to have the same places to fill in. Different: {names}.",
    ),
    "phrase-unknown-parameter": (
        "Kohtaa ”{{{name}}}” ei ole itse lauseessa.",
        "Platsen ”{{{name}}}” finns inte i själva frasen.",
        "The place “{{{name}}}” is not in the phrase itself.",
    ),
    "phrase-unused-parameter": (
        "Kohtaa ”{{{name}}}” ei käytetä missään.",
        "Platsen ”{{{name}}}” används ingenstans.",
        "The place “{{{name}}}” is used nowhere.",
    ),
    "phrase-taken": (
        "Tämä on jo valmis lause ({id}), joten sen voisi lukea kahdella tavalla. Kirjoita se toisin.",
        "Det här är redan en färdig mening ({id}) och kunde läsas på två sätt. Skriv den annorlunda.",
        "This is a ready sentence already ({id}) and could be read in two ways. Write it otherwise.",
    ),
    "phrase-twice": (
        "Rivin {line} lause lukee saman. Jätä niistä toinen.",
        "Frasen på rad {line} läser detsamma. Lämna kvar en av dem.",
        "The phrase on line {line} reads the same. Leave one of them.",
    ),
    "phrase-step": (
        "”{typed}” ei ole valmis lause. Oma lause koostuu vain valmiista lauseista: pathway features steps.",
        "”{typed}” är ingen färdig mening. En egen fras består bara av färdiga meningar: pathway features steps.",
        "“{typed}” is no ready sentence. A phrase of one's own is made of ready sentences only: pathway features steps.",
    ),
    "phrase-step-near": (
        "”{typed}” ei ole valmis lause, ja oma lause koostuu vain niistä. Lähin on: {near}",
        "”{typed}” är ingen färdig mening, och en egen fras består bara av dem. Den närmaste är: {near}",
        "“{typed}” is no ready sentence, and a phrase of one's own is made of those only. The nearest is: {near}",
    ),
    "phrase-step-ambiguous": (
        "Lauseen voi lukea usealla tavalla: {ids}.",
        "Meningen kan läsas på flera sätt: {ids}.",
        "The sentence can be read in several ways: {ids}.",
    ),
    "phrase-table-wanted": (
        "Lauseen alle kuuluu taulukko: luettelo tai pareja ”kohta: sisältö”.",
        "Under meningen ska det finnas en tabell: en lista eller par ”punkt: innehåll”.",
        "A table has to stand under this sentence: a list, or pairs “item: value”.",
    ),
    "phrase-table-not-taken": (
        "Lause ei lue taulukkoa.",
        "Meningen läser ingen tabell.",
        "The sentence reads no table.",
    ),
    "bdd-head-part": ("Sen osa:      {text}", "Dess del:     {text}", "Part of it:   {text}"),
    "features-own-phrases": ("Omat lauseet ({file}):", "Egna fraser ({file}):", "Own phrases ({file}):"),
}
