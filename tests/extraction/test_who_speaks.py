"""Who speaks, and for which party, in passages in the manner of real news. Every passage is invented."""

import pytest

from diplotui.extraction.pipeline import extract
from diplotui.model import ExtractedStatement

PASSAGES: tuple[tuple[str, str, str, str | None], ...] = (
    # text; words of the statement; speaker; party ("": somebody who speaks for nobody)
    # -- offices whose state stands elsewhere
    (
        "ASUNCION, March 3 - Paraguay has no dispute with Brazil over the dam, the foreign ministry said on Tuesday.",
        "no dispute", "foreign ministry", "PY",
    ),
    (
        "LUSAKA (NNA) - Police fired on a convoy near the border. The home affairs minister, Chanda Mwale, said nobody "
        "had given such an order.",
        "such an order", "Chanda Mwale", "ZM",
    ),
    (
        "Mongolia will not take sides. Speaking in Ulaanbaatar, the prime minister said the railway was a commercial "
        "matter.",
        "commercial matter", "prime minister", "MN",
    ),
    (
        "Tunisia's coast guard turned the boat back on Sunday. The interior ministry said the captain had refused to "
        "stop.",
        "refused to stop", "interior ministry", "TN",
    ),
    (
        "Uzbek border guards shot dead two herders, the Border Service of Kyrgyzstan said. Dilshod Karimov, a spokesman "
        "for the foreign ministry in Tashkent, called the report a provocation.",
        "provocation", "Dilshod Karimov", "UZ",
    ),
    (
        "Colombian planes bombed a camp inside Ecuador on Saturday. Ecuador's president recalled the ambassador. The "
        "camp had been under watch for a year, the Colombian defence minister told reporters.",
        "under watch", "Colombian defence minister", "CO",
    ),
    (
        "Eswatini has cut its ties with Beijing, a spokesman for the royal palace in Mbabane said.",
        "cut its ties", "spokesman", "SZ",
    ),
    (
        "Malta refused the ship entry. “We have saved our share,” said Home Affairs Minister Joseph Zammit.",
        "our share", "Joseph Zammit", "MT",
    ),
    (
        "In Tashkent, officials declined to say whether the airfield had been leased.",
        "declined to say", "officials", "UZ",
    ),
    (
        "Laos and Cambodia have both sent troops to the river. In Vientiane the defence ministry said its men had been "
        "there since May.",
        "since May", "defence ministry", "LA",
    ),
    (
        "Gabon's foreign minister arrived in Malabo on Monday. The minister said the islands had never belonged to "
        "anybody else.",
        "anybody else", "Gabon's foreign minister", "GA",
    ),
    (
        "“The bridge is ours,” President Isabel Quiroga told a crowd in Tegucigalpa after Salvadoran surveyors had "
        "crossed the river.",
        "bridge is ours", "Isabel Quiroga", "HN",
    ),
    (
        "Ghana denied on Friday that it had armed the rebels. An aide to the president said the crates held maize.",
        "held maize", "aide to the president", "GH",
    ),
    (
        "Jordan's king will not travel, the royal court said.",
        "will not travel", "royal court", "JO",
    ),
    # -- relative clauses and appositions
    (
        "Omar Diallo, who speaks for the government in Conakry, said the mine would reopen.",
        "mine would reopen", "Omar Diallo", "GN",
    ),
    (
        "General Pham Duc Long, who commands the Vietnamese forces in the province, said his men had not fired.",
        "had not fired", "Pham Duc Long", "VN",
    ),
    (
        "Ingrid Solberg, of the Norwegian Border Commission, said the figures were old.",
        "figures were old", "Ingrid Solberg", "NO",
    ),
    (
        "The head of the Sudanese delegation, Mustafa Idris, said the talks in Nairobi had not failed.",
        "had not failed", "Mustafa Idris", "SD",
    ),
    (
        "Captain Lea Moreau, a spokeswoman for the French army, said two helicopters had been hit.",
        "had been hit", "Lea Moreau", "FR",
    ),
    (
        "Rear Admiral Koh Wei Ming, chief of Singapore's navy, said the collision was an accident.",
        "was an accident", "Koh Wei Ming", "SG",
    ),
    (
        "Anwar Siddiqui, Bangladesh's ambassador in Naypyidaw, said the refugees could not wait another year.",
        "another year", "Anwar Siddiqui", "BD",
    ),
    (
        "Latvia's foreign minister, Janis Ozols, said on Tuesday the embassy would stay open.",
        "stay open", "Janis Ozols", "LV",
    ),
    (
        "Tesfaye Alemu, the prime minister's national security adviser, said in Addis Ababa that Ethiopia wanted a port "
        "and not a war.",
        "not a war", "Tesfaye Alemu", "ET",
    ),
    (
        "The Rwandan army's spokesman, Brigadier General Eric Habimana, said no soldier had crossed.",
        "no soldier", "Eric Habimana", "RW",
    ),
    # -- envoys: their party sends them
    (
        "The Ukrainian embassy in Tel Aviv said the letter had been misread.",
        "misread", "Ukrainian embassy", "UA",
    ),
    (
        "Japan's ambassador to Russia said the islands were not mentioned.",
        "not mentioned", "Japan's ambassador to Russia", "JP",
    ),
    (
        "The Turkish consul in Mosul said the trucks had carried flour.",
        "carried flour", "Turkish consul in Mosul", "TR",
    ),
    (
        "Iran's permanent mission to the United Nations said the claim was baseless.",
        "baseless", "Iran's permanent mission to the United Nations", "IR",
    ),
    (
        "The British high commissioner in Accra said visas would be issued as before.",
        "as before", "British high commissioner in Accra", "GB",
    ),
    # -- bodies
    (
        "The OAS secretary general said observers would go to La Paz.",
        "would go to La Paz", "OAS secretary general", "OAS",
    ),
    (
        "ICAO said the airliner had been forced to land without cause.",
        "without cause", "ICAO", "ICAO",
    ),
    (
        "A spokesman for UNHCR said 4,000 people had crossed the river at night.",
        "4,000 people", "spokesman for UNHCR", "UN",
    ),
    (
        "NATO had been told nothing. A spokesman for the alliance said the drill was not announced.",
        "not announced", "spokesman for the alliance", "NATO",
    ),
    (
        "ASEAN foreign ministers met in Jakarta. The bloc's envoy said he had not been allowed to land.",
        "allowed to land", "bloc's envoy", "ASEAN",
    ),
    (
        "The African Union's mediator, Festus Nkosi, said both sides had signed.",
        "both sides had signed", "Festus Nkosi", "AU",
    ),
    (
        "The European commissioner for trade, Anneke Visser, said the tariff broke the rules.",
        "broke the rules", "Anneke Visser", "EU",
    ),
    (
        "The International Committee of the Red Cross said it had been refused access to the prison.",
        "refused access", "International Committee of the Red Cross", "ICRC",
    ),
    # -- movements
    (
        "A Polisario Front official said three fighters had been killed by a drone.",
        "three fighters", "Polisario Front official", "POLISARIO",
    ),
    (
        "The Houthis said they had fired two missiles at the port of Eilat.",
        "two missiles", "Houthis", "HOUTHIS",
    ),
    (
        "Shining Path said it had nothing to do with the ambush.",
        "nothing to do", "Shining Path", "SHINING-PATH",
    ),
    # -- nobody's voice
    (
        "A Kenyan trader said the road had been closed for a week.",
        "closed for a week", "Kenyan trader", "",
    ),
    (
        "Maria Teixeira, a former Portuguese ambassador to Angola, said the paper was genuine.",
        "genuine", "Maria Teixeira", "",
    ),
    (
        "Russian sources said the ship would be freed.",
        "be freed", "Russian sources", "",
    ),
    (
        "Gazprom said the pipeline was full.",
        "was full", "Gazprom", "",
    ),
    (
        "Hungary's opposition leader, Dora Kiss, said the treaty had never been shown to parliament.",
        "never been shown", "Dora Kiss", "",
    ),
    (
        "The minister's lawyer said his client had never been to Cyprus.",
        "never been to Cyprus", "minister's lawyer", "",
    ),
    # -- whose pronoun it is
    (
        "Thailand's foreign ministry summoned the Cambodian envoy. It said the temple road had been mined.",
        "had been mined", "Thailand's foreign ministry", "TH",
    ),
    (
        "Peter Novak, Slovakia's interior minister, accused the Hungarian consul of spying. “He has to go,” he said.",
        "He has to go", "Peter Novak", "SK",
    ),
    (
        "Bolivia's defence minister, Rosa Mamani, met her Peruvian counterpart on the lake. She said the patrols would "
        "start in June.",
        "start in June", "Rosa Mamani", "BO",
    ),
    (
        "According to Adnan Haddad, who heads the Lebanese army's engineers, the tunnel was dug years ago. The "
        "51-year-old said more would be found.",
        "more would be found", "Adnan Haddad", "LB",
    ),
    (
        "A colonel told state radio in Ouagadougou that the road was open. The colonel, Salif Kaboré, said later that it "
        "was not.",
        "it was not", "Salif Kaboré", "BF",
    ),
    # -- metonyms and seats
    (
        "Downing Street would not be drawn on the call, but a Whitehall source said it had been short.",
        "had been short", "Whitehall source", "GB",
    ),
    (
        "The Casa Rosada said the flag had been lowered by mistake.",
        "by mistake", "Casa Rosada", "AR",
    ),
    (
        "Malacañang said the boats would sail again on Monday.",
        "sail again", "Malacañang", "PH",
    ),
    (
        "Belgrade will not recognise the plates, Serbia's president said.",
        "not recognise", "Serbia's president", "RS",
    ),
    # -- where two states meet
    (
        "Armenia's prime minister flew to Tbilisi on Monday. Georgian Foreign Minister Nino Beridze said the road would "
        "be repaired by both.",
        "repaired by both", "Nino Beridze", "GE",
    ),
    (
        "Sudan accused South Sudan of shelling a refinery. The information minister in Juba, Gatluak Deng, said the fire "
        "had been an accident.",
        "an accident", "Gatluak Deng", "SS",
    ),
    (
        "Chadian troops crossed the border on Friday, Niger's army said. Chad's government spokesman, Abakar Saleh, said "
        "they had been invited.",
        "been invited", "Abakar Saleh", "TD",
    ),
    (
        "North Korea fired three missiles into the sea. The South said it would answer.",
        "would answer", "South Korea", "KR",
    ),
    (
        "Guinea-Bissau is not Guinea, its foreign minister, Carlos Gomes Sá, said in Bissau.",
        "is not Guinea", "Carlos Gomes Sá", "GW",
    ),
)  # fmt: skip


def statement_of(text: str, words: str) -> ExtractedStatement:
    """The statement in whose passage some words stand; the shortest where several hold them."""
    at = text.index(words)
    holding = [one for one in extract(text, published=None).statements if one.start <= at < one.end]
    assert holding, "no statement there"
    return min(holding, key=lambda one: one.end - one.start)


@pytest.mark.parametrize(("text", "words", "speaker", "party"), PASSAGES, ids=[row[1] for row in PASSAGES])
def test_a_passage_has_its_speaker_and_party(text: str, words: str, speaker: str, party: str) -> None:
    found = statement_of(text, words)
    assert found.source is not None
    name = found.source.name
    assert name == speaker or name.startswith(f"{speaker} ")
    assert found.parties == ((party,) if party else ())
