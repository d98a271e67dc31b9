"""The sentences, one row each: an id, and the same sentence in Finnish, Swedish and English.

In a pattern `"{name}"` is a label in quotes, `{actor}` the word for the client or a role in quotes, `{kind}` the word
for a kind of record, `{day}` a date, `{duration}` a length of time and `{count}` a number. A final `:` asks for a
table, `(:)` allows one; other round brackets hold an ending that may be left out. ` ⟷ ` parts two spellings of one
sentence, such as Swedish with and without inversion. A common noun carries the case, the label in quotes stays
uninflected, so that no label ever has to bend.
"""

from __future__ import annotations

__all__ = ["KINDS", "PERFECT", "ROWS", "Row"]

from collections.abc import Mapping

from attrs import frozen


@frozen
class Row:
    """One sentence.

    Args:
        id: Stable id, such as `S1`.
        fi, sv, en: Patterns.
    """

    id: str
    fi: str
    sv: str
    en: str

    def pattern(self, language: str) -> str:
        """Give the pattern in `fi`, `sv` or `en`."""
        text: str = getattr(self, language)
        return text


KINDS: Mapping[str, tuple[str, ...]] = {
    "form": ("lomakkeen", "lomake", "blanketten", "form"),
    "plan": ("suunnitelman", "suunnitelma", "planen", "plan"),
    "assessment": ("arvion", "arvio", "bedömningen", "assessment"),
    "decision": ("päätöksen", "päätös", "beslutet", "decision"),
    "agreement": ("sopimuksen", "sopimus", "avtalet", "agreement"),
    "meeting": ("tapaamisen", "tapaaminen", "mötet", "meeting"),
    "contact": ("yhteydenoton", "yhteydenotto", "kontakten", "contact"),
    "note": ("kirjauksen", "kirjaus", "anteckningen", "record"),
}
"""Kind of record -> Finnish object and subject, Swedish, English. The last kind stands for any."""

PERFECT: Mapping[str, tuple[tuple[str, str], ...]] = {
    "fi": (
        (" ei hyväksy ", " ei ole hyväksynyt "),
        (" ei halua ", " ei ole halunnut "),
        (" ei jää ", " ei ole jäänyt "),
        (" tekee ", " on tehnyt "),
        (" kirjaa ", " on kirjannut "),
        (" nimeää ", " on nimennyt "),
        (" hyväksyy ", " on hyväksynyt "),
        (" antaa ", " on antanut "),
        (" peruu ", " on perunut "),
        (" kieltää ", " on kieltänyt "),
        (" ehdottaa ", " on ehdottanut "),
        (" suostuu ", " on suostunut "),
        (" palauttaa ", " on palauttanut "),
        (" ottaa ", " on ottanut "),
        (" avaa ", " on avannut "),
        (" lopettaa ", " on lopettanut "),
        (" jää ", " on jäänyt "),
        ("pidetään ", "on pidetty "),
    ),
    "sv": (
        (" inte vill ha ", " inte har velat ha "),
        (" inte godkänner ", " inte har godkänt "),
        (" gör ", " har gjort "),
        (" registrerar ", " har registrerat "),
        (" ger ", " har gett "),
        (" godkänner ", " har godkänt "),
        (" återkallar ", " har återkallat "),
        (" förbjuder ", " har förbjudit "),
        (" föreslår ", " har föreslagit "),
        (" samtycker ", " har samtyckt "),
        (" återlämnar ", " har återlämnat "),
        (" tar emot ", " har tagit emot "),
        (" öppnar ", " har öppnat "),
        (" avslutar ", " har avslutat "),
        (" börjar ", " har börjat "),
        (" hålls ", " har hållits "),
    ),
    "en": (
        (" does not accept ", " has not accepted "),
        (" does not want ", " has not wanted "),
        (" makes ", " has made "),
        (" records ", " has recorded "),
        (" gives ", " has given "),
        (" accepts ", " has accepted "),
        (" withdraws ", " has withdrawn "),
        (" forbids ", " has forbidden "),
        (" proposes ", " has proposed "),
        (" agrees ", " has agreed "),
        (" returns ", " has returned "),
        (" receives ", " has received "),
        (" opens ", " has opened "),
        (" ends ", " has ended "),
        (" starts ", " has started "),
        (" is held ", " has been held "),
    ),
}
"""Verbs of what somebody does, and their perfect: where a deed is wanted as a background, both are one step."""

# fmt: off
ROWS: tuple[Row, ...] = (
    # ── background
    Row("T1", 'käytössä on palvelupolku "{pathway}"', 'servicestigen "{pathway}" används', 'the pathway "{pathway}" is in use'),
    Row("T2", "tänään on {day}", "dagens datum är {day}", "today is {day}"),
    Row("T3", "asia on tullut vireille {day}", "ärendet har blivit anhängigt {day}", "the matter became pending on {day}"),
    Row("T4", 'asiakas on vaiheessa "{state}"', 'klienten är i skedet "{state}" ⟷ är klienten i skedet "{state}"', 'the client is in the state "{state}"'),
    Row("T5", "asiakkaasta tiedetään:", "följande är känt om klienten:", "the following is known about the client:"),
    Row("T6", 'asia on vaiheessa "{state}"', 'ärendet är i skedet "{state}" ⟷ är ärendet i skedet "{state}"', 'the matter is in the state "{state}"'),
    # ── actors
    Row("A1", '"{role}" toimii organisaatiossa "{organisation}"', '"{role}" arbetar i organisationen "{organisation}"', 'the "{role}" works in the organisation "{organisation}"'),
    Row("A2", 'tehtävään "{role}" on nimetty "{person}"', 'uppgiften "{role}" innehas av "{person}" ⟷ innehas uppgiften "{role}" av "{person}"', 'the role "{role}" is held by "{person}"'),
    Row("A3", '{actor} nimeää tehtävään "{role}" henkilön "{person}"', '{actor} ger uppgiften "{role}" till "{person}"', '{actor} gives the role "{role}" to "{person}"'),
    Row("A4", 'asiakkaan puolesta asioi "{role}"', 'klienten företräds av "{role}"', 'the client is represented by "{role}"'),
    Row("A5", 'tehtävä "{role}" päättyy', 'uppgiften "{role}" upphör', 'the role "{role}" ends'),
    # ── records
    Row("K1", '{actor} kirjaa {kind} "{record}"(:)', '{actor} registrerar {kind} "{record}"(:)', '{actor} records the {kind} "{record}"(:)'),
    Row("K2", 'on kirjattu {kind} "{record}"(:)', '{kind} "{record}" har registrerats(:) ⟷ har {kind} "{record}" registrerats(:)', 'the {kind} "{record}" has been recorded(:)'),
    Row("K3", 'kirjauksesta "{record}" puuttuu kohta "{field}"', 'i anteckningen "{record}" saknas punkten "{field}" ⟷ saknas i anteckningen "{record}" punkten "{field}"', 'the record "{record}" lacks the item "{field}"'),
    Row("K4", 'asiakas hyväksyy kirjauksen "{record}"', 'klienten godkänner anteckningen "{record}"', 'the client accepts the record "{record}"'),
    Row("K5", 'asiakas ei hyväksy kirjausta "{record}"', 'klienten inte godkänner anteckningen "{record}" ⟷ klienten godkänner inte anteckningen "{record}"', 'the client does not accept the record "{record}"'),
    Row("K6", 'pidetään tapaaminen "{record}", jossa ovat mukana:', 'mötet "{record}" hålls med följande deltagare:', 'the meeting "{record}" is held with these present:'),
    Row("K7", '{actor} yrittää kirjata {kind} "{record}"(:)', '{actor} försöker registrera {kind} "{record}"(:)', '{actor} tries to record the {kind} "{record}"(:)'),
    # ── moves
    Row("S1", '{actor} tekee siirtymän "{move}"', '{actor} gör övergången "{move}"', '{actor} makes the move "{move}"'),
    Row("S2", '{actor} yrittää siirtymää "{move}"', '{actor} försöker göra övergången "{move}"', '{actor} tries the move "{move}"'),
    Row("S3", 'siirtymä "{move}" on mahdollinen toimijalle "{role}"', 'övergången "{move}" är möjlig för "{role}" ⟷ är övergången "{move}" möjlig för "{role}"', 'the move "{move}" is possible for the "{role}"'),
    Row("S4", 'siirtymä "{move}" ei ole mahdollinen toimijalle "{role}"', 'övergången "{move}" är inte möjlig för "{role}" ⟷ är övergången "{move}" inte möjlig för "{role}"', 'the move "{move}" is not possible for the "{role}"'),
    Row("S5", "seuraavaksi mahdollisia siirtymiä ovat:", "följande övergångar är möjliga härnäst: ⟷ är följande övergångar möjliga härnäst:", "the moves possible next are:"),
    Row("S6", '{actor} tekee siirtymän "{move}" syystä "{reason}"', '{actor} gör övergången "{move}" av orsaken "{reason}"', '{actor} makes the move "{move}" for the reason "{reason}"'),
    Row("S7", '{actor} yrittää siirtymää "{move}" syystä "{reason}"', '{actor} försöker göra övergången "{move}" av orsaken "{reason}"', '{actor} tries the move "{move}" for the reason "{reason}"'),
    Row("S8", '{actor} yrittää siirtymää "{move}" sopimatta siitä muiden kanssa', '{actor} försöker göra övergången "{move}" utan att komma överens med andra', '{actor} tries the move "{move}" without agreeing on it with others'),
    # ── permits
    Row("L1", 'asiakas antaa luvan "{permit}" vastaanottajalle "{organisation}"', 'klienten ger tillståndet "{permit}" till mottagaren "{organisation}"', 'the client gives the permit "{permit}" to the recipient "{organisation}"'),
    Row("L2", 'asiakas antaa luvan "{permit}" vastaanottajalle "{organisation}" {day} asti', 'klienten ger tillståndet "{permit}" till mottagaren "{organisation}" till och med {day}', 'the client gives the permit "{permit}" to the recipient "{organisation}" until {day}'),
    Row("L3", 'asiakas peruu luvan "{permit}"', 'klienten återkallar tillståndet "{permit}"', 'the client withdraws the permit "{permit}"'),
    Row("L4", 'asiakas kieltää tietojen antamisen vastaanottajalle "{organisation}"', 'klienten förbjuder att uppgifter lämnas till mottagaren "{organisation}"', 'the client forbids giving information to the recipient "{organisation}"'),
    Row("L5", 'vastaanottajalle "{organisation}" ei ole annettu tietoja', 'inga uppgifter har lämnats till mottagaren "{organisation}" ⟷ har inga uppgifter lämnats till mottagaren "{organisation}"', 'no information has been given to the recipient "{organisation}"'),
    Row("L6", 'vastaanottajalle "{organisation}" on perusteella "{basis}" annettu:', 'mottagaren "{organisation}" har på grunden "{basis}" fått: ⟷ har mottagaren "{organisation}" på grunden "{basis}" fått:', 'the recipient "{organisation}" has on the basis "{basis}" been given:'),
    # ── warm handover
    Row("V1", '{actor} ehdottaa saattaen vaihtoa vastaanottajalle "{organisation}"', '{actor} föreslår en ledsagad överföring till mottagaren "{organisation}"', '{actor} proposes a warm handover to the recipient "{organisation}"'),
    Row("V2", "asiakas suostuu saattaen vaihtoon", "klienten samtycker till den ledsagade överföringen", "the client agrees to the warm handover"),
    Row("V3", "asiakas ei halua saattaen vaihtoa", "klienten inte vill ha en ledsagad överföring ⟷ klienten vill inte ha en ledsagad överföring", "the client does not want a warm handover"),
    Row("V4", 'vastaanottaja "{organisation}" hyväksyy saattaen vaihdon', 'mottagaren "{organisation}" godkänner den ledsagade överföringen', 'the recipient "{organisation}" accepts the warm handover'),
    Row("V5", 'vastaanottaja "{organisation}" palauttaa saattaen vaihdon syystä "{reason}"', 'mottagaren "{organisation}" återlämnar den ledsagade överföringen av orsaken "{reason}"', 'the recipient "{organisation}" returns the warm handover for the reason "{reason}"'),
    Row("V6", 'vastaanottaja "{organisation}" ottaa asiakkaan vastaan', 'mottagaren "{organisation}" tar emot klienten', 'the recipient "{organisation}" receives the client'),
    Row("V7", 'saattaen vaihdon tila on "{status}"', 'den ledsagade överföringens status är "{status}" ⟷ är den ledsagade överföringens status "{status}"', 'the status of the warm handover is "{status}"'),
    Row("V8", '{actor} ehdottaa siirtymää "{move}" saattaen vaihtona vastaanottajalle "{organisation}"', '{actor} föreslår övergången "{move}" som ledsagad överföring till mottagaren "{organisation}"', '{actor} proposes the move "{move}" as a warm handover to the recipient "{organisation}"'),
    Row("V9", 'vastaanottaja "{organisation}" ottaa asiakkaan vastaan ilman tapaamista syystä "{reason}"', 'mottagaren "{organisation}" tar emot klienten utan möte av orsaken "{reason}"', 'the recipient "{organisation}" receives the client without a meeting for the reason "{reason}"'),
    Row("V10", '{actor} ehdottaa siirtymää "{move}" syystä "{reason}" saattaen vaihtona vastaanottajalle "{organisation}"', '{actor} föreslår övergången "{move}" av orsaken "{reason}" som ledsagad överföring till mottagaren "{organisation}"', '{actor} proposes the move "{move}" for the reason "{reason}" as a warm handover to the recipient "{organisation}"'),
    # ── services
    Row("P1", 'asiakkaalla on käynnissä palvelu "{service}"', 'tjänsten "{service}" pågår för klienten ⟷ pågår tjänsten "{service}" för klienten', 'the client has the service "{service}" under way'),
    Row("P2", '{actor} avaa palvelun "{service}"', '{actor} öppnar tjänsten "{service}"', '{actor} opens the service "{service}"'),
    Row("P3", '{actor} lopettaa palvelun "{service}" syystä "{reason}"', '{actor} avslutar tjänsten "{service}" av orsaken "{reason}"', '{actor} ends the service "{service}" for the reason "{reason}"'),
    Row("P4", '{actor} tekee palvelussa "{service}" siirtymän "{move}"', '{actor} gör i tjänsten "{service}" övergången "{move}"', '{actor} makes in the service "{service}" the move "{move}"'),
    Row("P5", 'palvelu "{service}" on vaiheessa "{state}"', 'tjänsten "{service}" är i skedet "{state}" ⟷ är tjänsten "{service}" i skedet "{state}"', 'the service "{service}" is in the state "{state}"'),
    Row("P6", "asiakkaan muut palvelut jatkuvat ennallaan", "klientens andra tjänster fortsätter som förut ⟷ fortsätter klientens andra tjänster som förut", "the client's other services go on as before"),
    Row("P7", '{actor} tekee palvelussa "{service}" siirtymän "{move}" syystä "{reason}"', '{actor} gör i tjänsten "{service}" övergången "{move}" av orsaken "{reason}"', '{actor} makes in the service "{service}" the move "{move}" for the reason "{reason}"'),
    Row("P8", '{actor} yrittää avata palvelua "{service}"', '{actor} försöker öppna tjänsten "{service}"', '{actor} tries to open the service "{service}"'),
    Row("P9", 'palvelu "{service}" on päättynyt', 'tjänsten "{service}" har avslutats ⟷ har tjänsten "{service}" avslutats', 'the service "{service}" is over'),
    Row("P10", '{actor} yrittää palvelussa "{service}" siirtymää "{move}"', '{actor} försöker i tjänsten "{service}" göra övergången "{move}"', '{actor} tries in the service "{service}" the move "{move}"'),
    Row("P11", '{actor} yrittää palvelussa "{service}" siirtymää "{move}" syystä "{reason}"', '{actor} försöker i tjänsten "{service}" göra övergången "{move}" av orsaken "{reason}"', '{actor} tries in the service "{service}" the move "{move}" for the reason "{reason}"'),
    # ── time
    Row("D1", "kuluu {duration}", "det har gått {duration}", "{duration} pass(es)"),
    Row("D2", "päivä on {day}", "datumet är {day}", "the date is {day}"),
    Row("D3", 'määräaika "{deadline}" päättyy {day}', 'tidsfristen "{deadline}" går ut {day} ⟷ går tidsfristen "{deadline}" ut {day}', 'the deadline "{deadline}" ends on {day}'),
    Row("D4", 'määräaika "{deadline}" on ylittynyt', 'tidsfristen "{deadline}" har överskridits ⟷ har tidsfristen "{deadline}" överskridits', 'the deadline "{deadline}" has passed'),
    Row("D5", 'toimija "{role}" saa tiedon määräajasta "{deadline}"', 'aktören "{role}" får besked om tidsfristen "{deadline}" ⟷ får aktören "{role}" besked om tidsfristen "{deadline}"', 'the "{role}" is told about the deadline "{deadline}"'),
    Row("D6", 'määräaika "{deadline}" ei ole käynnissä', 'tidsfristen "{deadline}" löper inte ⟷ löper tidsfristen "{deadline}" inte', 'the deadline "{deadline}" is not running'),
    # ── what is left to do, and marks
    Row("W1", 'tehtäväksi jää "{task}"', 'som uppgift kvarstår "{task}" ⟷ kvarstår som uppgift "{task}"', 'the task "{task}" remains'),
    Row("W2", "tehtäväksi ei jää mitään", "ingen uppgift kvarstår ⟷ kvarstår ingen uppgift", "no task remains"),
    Row("W3", 'toimijalle "{role}" jää tehtäväksi "{task}"', 'för aktören "{role}" kvarstår uppgiften "{task}" ⟷ kvarstår för aktören "{role}" uppgiften "{task}"', 'the task "{task}" remains for the "{role}"'),
    Row("W4", 'tehtäväksi ei jää "{task}"', 'uppgiften "{task}" kvarstår inte ⟷ kvarstår uppgiften "{task}" inte', 'the task "{task}" does not remain'),
    Row("F1", 'merkintä "{flag}" on voimassa', 'markeringen "{flag}" gäller ⟷ gäller markeringen "{flag}"', 'the mark "{flag}" is set'),
    Row("F2", 'merkintä "{flag}" ei ole voimassa', 'markeringen "{flag}" gäller inte ⟷ gäller markeringen "{flag}" inte', 'the mark "{flag}" is not set'),
    # ── refusals
    Row("E1", "siirtymä ei onnistu ⟷ siirtymä evätään", "övergången kan inte göras ⟷ kan övergången inte göras", "the move is refused"),
    Row("E2", 'syynä on "{reason}"', 'orsaken är "{reason}" ⟷ är orsaken "{reason}"', 'the reason is "{reason}"'),
    Row("E3", "puuttuu:", "detta saknas: ⟷ saknas:", "what is missing is:"),
    Row("E4", "mikään ei ole muuttunut", "ingenting har ändrats ⟷ har ingenting ändrats", "nothing has changed"),
    Row("E5", 'syytä "{reason}" ei voi valita', 'orsaken "{reason}" kan inte väljas ⟷ kan orsaken "{reason}" inte väljas', 'the reason "{reason}" cannot be chosen'),
    Row("E6", "se ei onnistu", "det lyckas inte ⟷ lyckas det inte", "it is refused"),
    # ── responsibility
    Row("R1", 'koordinaatiovastuu on organisaatiolla "{organisation}"', 'organisationen "{organisation}" har samordningsansvaret ⟷ har organisationen "{organisation}" samordningsansvaret', 'the organisation "{organisation}" holds the coordination responsibility'),
    Row("R2", 'palvelusta "{service}" vastaa "{party}"', 'för tjänsten "{service}" ansvarar "{party}" ⟷ ansvarar för tjänsten "{service}" parten "{party}"', 'for the service "{service}" the responsible party is "{party}"'),
    Row("R3", "koordinaatiovastuu on koko ajan ollut täsmälleen yhdellä organisaatiolla", "exakt en organisation har hela tiden haft samordningsansvaret ⟷ har hela tiden exakt en organisation haft samordningsansvaret", "exactly one organisation has held the coordination responsibility all the time"),
    Row("R4", 'vaiheesta vastaa "{role}" ⟷ asiakkaan asioista vastaa "{role}"', 'för skedet ansvarar "{role}" ⟷ för klientens ärenden ansvarar "{role}" ⟷ ansvarar "{role}" för klientens ärenden ⟷ ansvarar "{role}" för skedet', 'the "{role}" is responsible for the state ⟷ the "{role}" is responsible for the client'),
    Row("R5", 'palvelun "{service}" vaiheesta vastaa "{role}"', 'för skedet i tjänsten "{service}" ansvarar "{role}" ⟷ ansvarar "{role}" för skedet i tjänsten "{service}"', 'the "{role}" is responsible for the state of the service "{service}"'),
    # ── the client's view
    Row("N1", 'asiakas näkee tekstin "{text}"', 'klienten ser texten "{text}" ⟷ ser klienten texten "{text}"', 'the client sees the text "{text}"'),
    Row("N2", "asiakas näkee:", "klienten ser: ⟷ ser klienten:", "the client sees:"),
    Row("N3", 'asiakas ei näe kohtaa "{text}"', 'klienten ser inte punkten "{text}" ⟷ ser klienten inte punkten "{text}"', 'the client does not see the item "{text}"'),
    Row("N4", "asiakas voi itse:", "klienten kan själv: ⟷ kan klienten själv:", "the client can personally:"),
    # ── caseload
    Row("C1", 'henkilöllä "{person}" on {count} asiakasta palvelussa "{service}"', 'personen "{person}" har {count} klienter i tjänsten "{service}" ⟷ har personen "{person}" {count} klienter i tjänsten "{service}"', 'the person "{person}" has {count} clients in the service "{service}"'),
    Row("C2", 'saadaan varoitus "{warning}"', 'varningen "{warning}" ges ⟷ ges varningen "{warning}"', 'the warning "{warning}" is given'),
    Row("C3", 'asiakas on jonossa palveluun "{service}" sijalla {count}', 'klienten står i kö till tjänsten "{service}" på plats {count} ⟷ står klienten i kö till tjänsten "{service}" på plats {count}', 'the client is in the queue for the service "{service}" in place {count}'),
    Row("C4", 'asiakas jää jonoon palveluun "{service}"', 'klienten börjar vänta på tjänsten "{service}"', 'the client starts waiting for the service "{service}"'),
)
# fmt: on
