"""How newsrooms and spokespeople of many countries deny, evade, and only seem to deny.

Invented quarrels, each a claim with the answers to it. Beside an answer stands the code of the party that answers,
or words of the speaker's name; nothing where nobody is described.
"""

DENIED: dict[str, tuple[tuple[str, str], ...]] = {
    "Kenyan troops crossed into Somalia on Monday, a Somali police officer said.": (
        ("“There is no Kenyan soldier on Somali soil,” Defence Secretary Paul Otieno said.", "Otieno"),
        ("Kenya's defence ministry said at no time had its soldiers left their posts.", "KE"),
    ),
    "Thailand fired rockets at a temple on Thursday, Cambodia's defence ministry said.": (
        ("The Thai army said it had not fired a single rocket.", "TH"),
        ("Bangkok pushed back against the account, saying its gunners had been silent all day.", "TH"),
        ("Bangkok says otherwise.", "TH"),
        ("A Thai army spokesman swore that no rocket had left its tube.", "Thai"),
    ),
    "Venezuela trained the rebels, Colombia's president told the council.": (
        ("Venezuela's ambassador told the council the allegations were a fairy-tale.", "VE"),
        ("Venezuelan Foreign Minister Rafael Ortega dismissed it as “tired slander.”", "Ortega"),
        ("Caracas brushed the charge aside.", "VE"),
        ("Caracas, for its part, has consistently denied any such training.", "VE"),
    ),
    "Sudan has accused Ethiopia of massing troops along the frontier.": (
        (
            "“We have not moved one soldier,” said Getachew Alemu, a spokesman for the Ethiopian government.",
            "Alemu",
        ),
        (
            "Ethiopia's state minister for foreign affairs, Hiwot Tesfaye, poured cold water on the report.",
            "Tesfaye",
        ),
        ("Addis Ababa has refuted the claims as fabricated.", "ET"),
        ("The accusation was flatly denied by Addis Ababa.", "ET"),
        ("A denial came from Addis Ababa within the hour.", "ET"),
    ),
    "Pakistan hosted the gunmen, India's home minister told parliament.": (
        (
            "“These allegations are frivolous and devoid of any truth,” the Pakistani foreign office said in a statement.",
            "PK",
        ),
        ("Islamabad took issue with the minister's account.", "PK"),
        ("Islamabad has repeatedly rejected accusations that it shelters armed groups.", "PK"),
        ("Pakistan's information minister branded the claim “a pack of lies”.", "information minister"),
        (
            "“What the minister told parliament bears no resemblance to reality,” Foreign Office spokesperson Nadia Baloch told reporters.",
            "Baloch",
        ),
    ),
    "Chinese vessels rammed a supply boat on Saturday, the Philippine coast guard said.": (
        ("China's coast guard said the footage had been doctored.", "CN"),
        (
            "Chinese foreign ministry spokesman Guo Wei told a briefing that what Manila said was not consistent with the facts.",
            "Guo",
        ),
        ("Beijing disputed that account, saying the boat had turned into the path of its ship.", "CN"),
        ("“It is the Philippines that is lying,” the ministry spokeswoman, Lin Mei, said.", "Lin Mei"),
    ),
    "Israel will release 200 prisoners, a Hamas official said on Tuesday.": (
        ("An Israeli official said there was no truth to that.", "Israeli official"),
        ("The prime minister's office in Jerusalem said the report was “incorrect”.", "prime minister"),
        ("“Fake news,” the Israeli prime minister's spokeswoman, Tal Levi, wrote on X.", "Tal Levi"),
        ("Israel denies there is any deal.", "IL"),
    ),
    "Serbia is arming the north, Kosovo's prime minister said.": (
        ("Serbian President Milos Jankovic denied that, calling it a “notorious lie.”", "Jankovic"),
        ("“I have never, ever, sent a rifle to anyone,” Serbian President Milos Jankovic said.", "Jankovic"),
        ("Belgrade denied involvement.", "RS"),
        ("Belgrade rejected the claim out of hand.", "RS"),
        ("Belgrade has denied doing so.", "RS"),
    ),
    "Morocco hacked the phones of two ministers, a Spanish newspaper reported.": (
        (
            "Morocco's government “categorically rejects these false and unfounded allegations”, it said in a communiqué.",
            "MA",
        ),
        ("Rabat denied ever having bought the software.", "MA"),
        ("The Moroccan ambassador to Madrid, Karim Benjelloun, called the story a concoction.", "Benjelloun"),
        (
            "“Morocco does not have this software and has never had it,” the ambassador, Karim Benjelloun, said.",
            "Benjelloun",
        ),
    ),
    "Wagner fighters have arrived in Burkina Faso, Ghana's president told reporters in Washington.": (
        ("Ouagadougou contested his remarks.", "BF"),
        (
            "Burkina Faso's foreign minister, Salif Traoré, said that no foreign fighter was in the country.",
            "Traor",
        ),
        ("The claims are “without any foundation whatsoever”, Burkina Faso's foreign ministry said.", "BF"),
    ),
    "A North Korean ship delivered shells to Russia, South Korea's intelligence agency said.": (
        ("Pyongyang has denied supplying weapons to Moscow.", "KP"),
        (
            "“We have never had ‘arms dealings’ with Russia,” North Korea's defence ministry said in a statement carried by KCNA.",
            "KP",
        ),
        ("The Kremlin denied it too.", "RU"),
        ("Asked about the shipment, Kremlin spokesman Anton Belov said: “No, that's not so.”", "Belov"),
    ),
    "Armenian snipers shot two soldiers, Azerbaijan's defence ministry said on Sunday.": (
        ("Armenia's defence ministry said the statement did not correspond to reality.", "AM"),
        ("The Armenian side did not open fire, Armenia's defence ministry said.", "AM"),
        ("Yerevan said the incident had never taken place.", "AM"),
    ),
    "Turkey has paid the militia's wages since May, a Syrian opposition lawmaker said.": (
        ("Ankara has dismissed such reports as propaganda.", "TR"),
        ("“Not a single lira,” Turkish Defence Minister Kemal Aydin answered.", "Aydin"),
        ("Turkey's defence ministry denied this, adding that wages were a matter for Damascus.", "TR"),
    ),
    "Iran plotted to kill a dissident in Copenhagen, Denmark's intelligence chief told a news conference.": (
        ("Iranian officials denied any link to the plot.", "Iranian officials"),
        ("Tehran's ambassador was summoned; he denied everything.", "ambassador"),
        ("While denying the plot, Iran's foreign ministry said it would study the file.", "IR"),
        (
            "Iran's foreign ministry spokesman, Bahram Sadeghi, hit back, saying such claims were meant to poison ties with Europe.",
            "Sadeghi",
        ),
    ),
    "The junta has bombed a school in Sagaing, a rebel spokesman said.": (
        ("A spokesman for Myanmar's military, Major General Zin Oo, denied targeting civilians.", "Zin Oo"),
        ("Myanmar's state media called the report misleading.", "state media"),
    ),
    "France paid a ransom for the hostages, Mali's foreign minister told a Bamako newspaper.": (
        ("“France does not pay ransoms,” French Foreign Minister Claire Morel said.", "Morel"),
        ("Paris denied having paid anything.", "FR"),
        ("The Quai d'Orsay said the minister was mistaken.", "FR"),
        ("The French ambassador, Luc Perrin, said nothing had been paid to anyone.", "Perrin"),
    ),
    "Eritrea has kept three battalions in Tigray, a United Nations report said.": (
        ("Eritrea's information minister, Yonas Tekle, described the report as “recycled fiction”.", "Tekle"),
        ("Asmara says all its soldiers left in January and rejects the findings of the report.", "ER"),
    ),
    "The two foreign ministers met in secret in Muscat, an Omani newspaper reported.": (
        (
            "“There was no meeting, secret or otherwise,” the Yemeni foreign minister, Adel Nasser, told Al Jazeera.",
            "Nasser",
        ),
        ("Yemen's foreign ministry denied that such a meeting had been held.", "YE"),
        ("No meeting took place, the Yemeni foreign ministry said.", "YE"),
        ("Reports of a meeting in Muscat were untrue, the Yemeni foreign ministry said on Wednesday.", "YE"),
    ),
    "Poland asked for nuclear weapons on its soil, a Berlin weekly wrote.": (
        ("Warsaw issued a swift denial.", "PL"),
        ("Warsaw was quick to deny the report.", "PL"),
        ("“We have asked for nothing of the kind,” a Polish government spokesman, Jan Mazur, said.", "Mazur"),
        ("The report is inaccurate, the Polish president's office said.", "PL"),
    ),
    "Honduran pilots bombed Salvadoran villages on Sunday, El Salvador's army said.": (
        ("Tegucigalpa would have none of it.", "HN"),
        (
            "“Not one of our planes left the ground,” Colonel Mario Zelaya, the Honduran air force commander, told reporters.",
            "Zelaya",
        ),
        (
            "The Honduran foreign ministry, in a note to the embassy, spoke of a malicious fabrication.",
            "Honduran foreign ministry",
        ),
        ("Honduras has disclaimed all knowledge of the raid.", "HN"),
    ),
    "Gabon bought the votes of three island states, a diplomat from Vanuatu told the assembly.": (
        ("Libreville scorned the allegation.", "GA"),
        (
            "“We bought no votes and we sold none,” Gabon's envoy, Jean Moussavou, told the assembly.",
            "Moussavou",
        ),
        ("The allegation drew an angry denial from Gabon.", "GA"),
    ),
    "Uganda has stationed tanks at the Kenyan border post of Busia, a Nairobi daily reported.": (
        (
            "The Ugandan army spokesman, Brigadier Felix Okello, said there were no tanks within 100 kilometres of Busia.",
            "Okello",
        ),
        ("Uganda's government described reports of tanks at Busia as malicious.", "UG"),
        (
            "Uganda's defence minister maintained that the border was calm and that nobody had moved a tank anywhere.",
            "defence minister",
        ),
        ("The report was refuted on Thursday by Uganda's high commission in Nairobi.", "high commission"),
    ),
    "Kyrgyz guards beat a Tajik shepherd to death, Tajikistan's border service said.": (
        ("“Nobody beat him,” the Kyrgyz border service replied in a statement.", "KG"),
        (
            "The head of Kyrgyzstan's security council, Emil Asanov, qualified the accusations as groundless.",
            "Asanov",
        ),
        ("Kyrgyzstan said the claim was aimed at discrediting its guards.", "KG"),
    ),
    "A Maltese minister sold passports to two sanctioned bankers, a Rome magazine wrote.": (
        ("The minister, Carmen Vella, denied any wrongdoing.", "Vella"),
        ("“I don't know these people and I've never met them,” the minister, Carmen Vella, said.", "Vella"),
        ("Malta's government denied that any passport had been sold.", "MT"),
    ),
    "Cuba has sent advisers to Nicaragua's police, Costa Rica's president said on Monday.": (
        ("Havana dismissed the statement as absurd.", "CU"),
        (
            "“Cuba has no advisers in that police force, nor has it been asked for any,” Cuban Foreign Minister Raúl Prieto said.",
            "Prieto",
        ),
        ("Managua, too, denied it.", "NI"),
        ("Cuba and Nicaragua denied the charge.", "CU"),
    ),
    "The trawler was inside Icelandic waters, Iceland's coast guard said.": (
        ("Britain's fisheries minister disputed the coast guard's figures.", "GB"),
        ("London begged to differ.", "GB"),
    ),
    "Laos will close the dam's gates in May, a Cambodian newspaper said.": (
        ("“There are no plans to close anything,” Laotian Energy Minister Kham Sisouk said.", "Sisouk"),
        ("Vientiane has assured Phnom Penh that this is not the case.", "LA"),
        ("It was “simply not so”, Laos's energy ministry said.", "LA"),
    ),
    "The president is ill, two opposition deputies said on Friday.": (
        ("Cameroon's presidency rubbished rumours of illness.", "presidency"),
        (
            "“The head of state is in excellent health, and these rumours are pure fantasy,” Cameroon's communication minister, Paul Essomba, said.",
            "Essomba",
        ),
        (
            "Cameroon's communication minister said such rumours “relate in no way to reality”.",
            "communication minister",
        ),
        ("No truth in it at all, said Cameroon's communication minister.", "communication minister"),
    ),
    "Kazakh guards were denied weapons for a week, an officer said.": (
        ("The officer's version is fiction, Kazakhstan's border service said.", "border service"),
    ),
    "Togolese soldiers fired on a ferry on Saturday, Benin's interior ministry said.": (
        (
            "“What happened on the river was an accident and nobody fired a shot,” Togolese Security Minister Kossi Amegan said on state radio.",
            "Amegan",
        ),
        ("Lomé reacted angrily, calling the statement “a grave calumny”.", "TG"),
        ("Togo's government has firmly refuted any involvement of its army.", "TG"),
        ("In a terse communiqué, the Togolese presidency denied the facts.", "presidency"),
        ("Togo, however, rejected responsibility.", "TG"),
        ("Benin's version was dismissed in Lomé as a fable.", ""),
    ),
    "Qatar financed the coup, a Tunisian deputy said.": (
        ("The Qatari embassy said the deputy's remarks were “false and irresponsible”.", "Qatari embassy"),
        ("Doha has always denied financing anybody in Tunisia.", "QA"),
        (
            "Qatar's foreign ministry expressed its surprise at the allegations and denied them entirely.",
            "QA",
        ),
        (
            "“Qatar stands at an equal distance from all and has financed no party,” the ambassador, Saad Al Thani, told Tunisian radio.",
            "Thani",
        ),
    ),
    "The two sides agreed on a map, Russia's envoy told reporters in Geneva.": (
        ("The Georgian foreign ministry said no map had been agreed.", "GE"),
        ("“We have agreed to nothing,” Georgian Foreign Minister Nino Kapanadze said.", "Kapanadze"),
        ("Tbilisi cast doubt on the envoy's account.", "GE"),
        (
            "Contrary to what the envoy said, the map is still open, a Georgian diplomat said.",
            "Georgian diplomat",
        ),
    ),
    "Eight Bangladeshi fishermen were held without food, Dhaka's foreign ministry said.": (
        ("India's coast guard denied the fishermen had been mistreated.", "IN"),
        (
            "“They were fed three times a day; this is a canard,” an Indian coast guard officer said.",
            "Indian coast guard officer",
        ),
        ("New Delhi trashed the charge.", "IN"),
    ),
    "Rebels shot down a transport aircraft near Goz Beïda, a rebel spokesman said.": (
        ("“The rebels shot down nothing,” Chad's army chief, General Idriss Mahamat, said.", "Mahamat"),
        ("Chad's government branded the claim propaganda.", "TD"),
        ("N'Djamena denied losing any aircraft.", "TD"),
    ),
}
EVADED: dict[str, tuple[tuple[str, str], ...]] = {
    "Poland asked for nuclear weapons on its soil, a Berlin weekly wrote.": (
        ("The Pentagon declined to comment.", "US"),
        ("A Pentagon spokeswoman would not be drawn on the report.", "Pentagon"),
        ("The White House did not respond to requests for comment.", "US"),
        ("“I would refer you to the Poles,” the State Department spokesman, Ray Cole, said.", "Cole"),
        ("NATO would neither confirm nor deny the report.", "NATO"),
        ("Polish Defence Minister Adam Wilk sidestepped the question.", "Wilk"),
        ("Polish Defence Minister Adam Wilk dodged a question about the report.", "Wilk"),
        ("“No comment,” said Polish Defence Minister Adam Wilk.", "Wilk"),
        ("There was no immediate comment from Warsaw.", "PL"),
        ("Warsaw has not commented on the report.", "PL"),
        ("Polish officials could not be reached for comment.", "Polish officials"),
        ("The Polish embassy in Berlin refused to discuss the matter.", "embassy"),
        (
            "“We don't comment on intelligence matters,” said a spokesman for the Polish prime minister.",
            "spokesman",
        ),
        ("“I have nothing to say on that,” Polish Defence Minister Adam Wilk told reporters.", "Wilk"),
        (
            "“I'm not going to get into private conversations,” Polish Defence Minister Adam Wilk told reporters.",
            "Wilk",
        ),
        ("Warsaw remained silent on the report.", "PL"),
        ("Polish Defence Minister Adam Wilk stopped short of denying the report.", "Wilk"),
        ("Poland's foreign ministry said it was not in a position to comment.", "PL"),
        ("Poland's foreign ministry said it was unaware of such a request.", "PL"),
        ("The Polish president's office was not available for comment.", "PL"),
        ("A call to the Polish embassy went unanswered.", ""),
        ("Polish officials did not immediately return calls seeking comment.", "Polish officials"),
        ("Polish Defence Minister Adam Wilk evaded questions about the report.", "Wilk"),
        ("Polish Defence Minister Adam Wilk avoided a direct answer.", "Wilk"),
        ("Polish Defence Minister Adam Wilk demurred.", "Wilk"),
        ("Polish Defence Minister Adam Wilk was tight-lipped about the report.", "Wilk"),
        ("Polish Defence Minister Adam Wilk said he would not speculate.", "Wilk"),
    ),
    "The trawler was inside Icelandic waters, Iceland's coast guard said.": (
        ("“We won't be drawn into a war of words,” a British diplomat said.", "British diplomat"),
        ("The Foreign Office in London had no comment.", "Foreign Office"),
        (
            "Asked for a reaction, Britain's fisheries minister said only that he had read the statement.",
            "fisheries minister",
        ),
        ("The British embassy in Reykjavik did not answer its telephone.", "embassy"),
        ("Neither the owner nor the Foreign Office replied to questions.", ""),
        ("The British government has yet to comment.", "GB"),
        ("Britain's prime minister would not say whether a frigate had been sent.", "prime minister"),
        ("“That is a question for the owners,” a British diplomat said.", "British diplomat"),
        (
            "A spokesman for the Royal Navy said he could neither confirm nor deny the position of any vessel.",
            "Royal Navy",
        ),
        ("“I can't speak to that,” a Royal Navy spokesman said.", "Royal Navy"),
        ("Britain's foreign secretary ducked the question twice.", "foreign secretary"),
    ),
    "The two sides agreed on a map, Russia's envoy told reporters in Geneva.": (
        ("The European mediators did not wish to comment.", "mediators"),
        ("Georgia's negotiator left the building without speaking to reporters.", ""),
        (
            "“Let us not negotiate through the newspapers,” a Georgian diplomat said when asked about the map.",
            "Georgian diplomat",
        ),
        ("The OSCE mission in Tbilisi offered no comment on the envoy's words.", "OSCE"),
        ("Georgia's president, on holiday, was unavailable.", ""),
        ("The American delegation kept its own counsel.", "US"),
    ),
    "Rebels shot down a transport aircraft near Goz Beïda, a rebel spokesman said.": (
        ("France said it had no information on a crash.", "FR"),
    ),
}
NOT_DENIED: dict[str, tuple[tuple[str, str], ...]] = {
    "Three observers flew to Minsk on Monday.": (
        ("Belarus denied the observers entry, the OSCE said.", ""),
        ("The three were denied visas on Tuesday.", ""),
        ("A Minsk court denied bail to the opposition leader, Darya Novik.", ""),
    ),
    "Belarus opened camps for migrants, Lithuania's president said.": (
        ("Belarus did not deny the report.", ""),
        ("Nobody denies that the camps exist, said Lithuanian Foreign Minister Jonas Petkus.", ""),
        ("The pressure on the border is undeniable, Lithuanian Foreign Minister Jonas Petkus said.", ""),
    ),
    "Lithuania's state portal was down on Monday.": (
        ("It suffered a distributed denial of service attack, Lithuania's cyber security centre said.", ""),
    ),
    "Lithuania offered talks on the border on Monday.": (
        ("Minsk rejected the offer.", ""),
        ("Minsk dismissed the proposal as a stunt.", ""),
        ("Belarus refused to attend.", ""),
        ("Belarusian Foreign Minister Pavel Lukin played down the importance of the talks.", ""),
    ),
    "Poland's defence minister called for strikes on Kaliningrad.": (
        ("Polish Prime Minister Ewa Nowak distanced herself from his remarks.", ""),
        ("Polish Prime Minister Ewa Nowak said there was no alternative to talks.", ""),
        ("“We have not taken a decision,” Polish Prime Minister Ewa Nowak said.", ""),
        ("Germany's chancellor said he had never seen such a crisis in Europe.", ""),
        ("“There is no military solution,” Germany's chancellor, Uwe Brandt, said.", ""),
        ("“We have never been closer to war,” Germany's chancellor, Uwe Brandt, said.", ""),
        ("No one was hurt, the governor said.", ""),
        ("Sweden's foreign minister, Karin Holm, said she could not rule it out.", ""),
    ),
    "The rebels freed 20 soldiers on Friday.": (
        ("The army said it had not heard from the other ten.", ""),
        ("Nigeria denied the Red Cross access to the camp.", ""),
        ("Rebel commanders denied them food for a week, the soldiers said.", ""),
        ("The prisoners' families were denied the right to see them.", ""),
    ),
    "Chad closed its border on Friday.": (
        ("Sudan accused Chad of denying refugees shelter.", ""),
        ("Chad's president lamented the false promises of donors.", ""),
        ("Chad's president said the ceasefire was a false dawn.", ""),
        ("Sudan's foreign minister said the closure was wrong.", ""),
        ("The United Nations said it had received no notice.", ""),
    ),
    "A Maltese minister sold passports to two sanctioned bankers, a Rome magazine wrote.": (
        ("Malta's prime minister said that the minister had his full confidence.", ""),
    ),
    "Cuba has sent advisers to Nicaragua's police, Costa Rica's president said on Monday.": (
        ("Neither Havana nor Managua has denied the charge.", ""),
        ("Few would deny that the police had changed, a Costa Rican bishop said.", ""),
    ),
    "The trawler was inside Icelandic waters, Iceland's coast guard said.": (
        ("London denied the Icelandic navy the right to board.", ""),
        ("Britain rejected Iceland's demand for a fine.", ""),
        ("Britain's ambassador refused to pay.", ""),
        ("The Foreign Office said it would look into the matter.", ""),
    ),
    "Kazakh guards were denied weapons for a week, an officer said.": (
        ("Kazakhstan's border service said the guards had received all they needed.", ""),
    ),
    "Eight Bangladeshi fishermen were held without food, Dhaka's foreign ministry said.": (
        ("India said the fishermen had been denied permission to land.", ""),
        ("India's foreign ministry rejected Dhaka's request for access to the men.", ""),
        ("India's foreign secretary said that nothing could justify such treatment.", ""),
        ("“We have no quarrel with Bangladesh,” India's foreign secretary said.", ""),
        ("Amnesty said it had not been allowed to see the men.", ""),
    ),
    "Rebels shot down a transport aircraft near Goz Beïda, a rebel spokesman said.": (
        ("The claim could not be independently verified.", ""),
        ("A French officer dismissed the rebels as bandits.", ""),
        ("Chad's information minister said the rebels were losing the war.", ""),
    ),
}
