"""The parts that names of bodies, teams, papers, firms, works and events are put together from."""

from __future__ import annotations

from collections.abc import Mapping

_PARTS = {
    "first_names": """
        Ahmad Omar Khaled Yusuf Mahmoud Tariq Nasser Bashir Layla Amal Huda Rania Samira Farid Walid Jamal
        Hassan Mehdi Reza Hossein Javad Zahra Maryam Ali Abbas Mohsen Kazem Esmail Ibrahim Mustafa Kemal
        Emre Ayşe Fatma Elif Hakan Dmitry Sergei Igor Oleg Maria Svetlana Natalya Vladimir Andrei Yuri
        Mykola Oksana Taras Bohdan Wei Jing Li Ming Hua Xiaoming Yong Lei Fang Jun Haruto Yuki Kenji Naoko
        Min-jun Seo-yeon Ji-hoon Hye-jin Raj Priya Anil Sunita Vikram Narendra Imran Asif Bilawal Nguyen Thi
        Minh Linh Somchai Budi Siti Agus Jose Luis Miguel Rosa Carmen Nicolás Delcy Alejandro Lucía Tereza
        João Thiago Ngozi Chinedu Amina Kwame Kofi Abena Thabo Sipho Wanjiru Otieno Abiy Haile Selam Giulia
        Marco Lorenzo Pierre Camille Étienne Jürgen Katrin Ulrike Lars Ingrid Mette Piotr Agnieszka Zoltán
        Ilona Ana
    """,
    "last_names": """
        al-Masri al-Hariri Haddad Khoury Nasrallah al-Shami Darwish Qasim Mansour al-Jaafari Mekdad Zarif
        Rouhani Ghalibaf Kanaani Araghchi Shamkhani Yılmaz Demir Kaya Çelik Akar Erdem Ivanov Petrov
        Konashenkov Ryabkov Peskov Nebenzya Lavrova Shevchenko Kovalenko Bondarenko Wang Zhang Zhao Chunying
        Wenbin Liu Chen Huang Tanaka Suzuki Sato Kim Park Choi Kang Jeong Singh Sharma Patel Gupta Reddy
        Khan Malik Bhutto Chaudhry Tran Pham Hoang Santos Widodo Suharto Rodríguez García Fernández Cabello
        Padrino Díaz Silva Oliveira Costa Okafor Adeyemi Mensah Owusu Mbeki Dlamini Kamau Odhiambo Tesfaye
        Bekele Rossi Bianchi Moretti Dupont Lefèvre Moreau Müller Schneider Weber Larsen Nilsson Kowalski
        Nowak Szabó Horváth Popescu Ionescu Novák Svoboda Papadopoulos Haugen Virtanen Byrne Doyle Murray
    """,
    "syllables": """
        ba be bi bo bu da de di do du fa ga go gu ha he ho ja jo ka ke ki ko ku la le li lo lu ma me mi mo
        mu na ne ni no nu pa pe po ra re ri ro ru sa se si so su ta te ti to tu va ve vi wa ya yo za ze zo
        an en in on ar er or al el ol am im um ash esh kha sho thi nga mba nde zhi rov lar mar tan kor vel
        ber dal gor mir sha tur nak pur gan war del cai quo hua xin long thu phu chi ngo kwa mbo tse
    """,
    "surnames_that_are_words": """
        Sen King May Young Knight Bishop Pope Will Price Banks Rivers Church Wood Law Major Dean Marshal
        Baron Judge Day Power Stone Field Lake Long Short Best Good Sweet Hope Grace Rose Summer Winter
        Nation Street Park Bridge Castle Green Brown Black White Gray Love Case Case Little Rich Swift Sharp
        Moon Sun Son Man So An Do To The He You Sunday Friday March June Christian English French Welsh
        Holland Ireland London Paris Jordan Israel Chad Kenya Sydney Florence Victoria Santos Rosario
        Salvador Leon Cordova Medina Marine Reporter Captain Prince Earl Duke Count Abbot Monk Priest Friend
        Speaker Driver Cook Baker Mason Fisher Shepherd Gardener
    """,
    "nicknames": """
        Chito Bong Boy Doc Chucky Mama Papa Ace Tiger Pepe Nene Kiko Baba Junior Bull Tank Zizi Spider
        Killer Rocky Beto Chino Coco Lulu Mimi Nonoy Jojo Bobby Teddy
    """,
    "peoples": """
        Kenyan Nigerian Ghanaian Ethiopian Somali Congolese Senegalese Malian Zulu Xhosa Hausa Yoruba Igbo
        Oromo Tigrayan Amhara Maasai Kikuyu Luo Shona Ndebele Tutsi Hutu Berber Tuareg Fulani Egyptian
        Tunisian Moroccan Algerian Libyan Sudanese Syrian Lebanese Jordanian Palestinian Israeli Druze
        Kurdish Yazidi Turkish Iraqi Iranian Saudi Yemeni Omani Emirati Qatari Kuwaiti Afghan Pashtun Hazara
        Pakistani Baloch Sindhi Punjabi Indian Tamil Sikh Hindu Muslim Buddhist Christian Catholic Jewish
        Shiite Sunni Bangladeshi Nepali Sinhalese Burmese Rohingya Karen Kachin Thai Lao Khmer Cambodian
        Vietnamese Hmong Malaysian Malay Indonesian Javanese Papuan Filipino Moro Chinese Uyghur Tibetan
        Taiwanese Korean Japanese Ainu Mongolian Kazakh Uzbek Tajik Kyrgyz Turkmen Azerbaijani Armenian
        Georgian Chechen Russian Ukrainian Belarusian Moldovan Romanian Bulgarian Serbian Croatian Bosnian
        Albanian Kosovar Macedonian Greek Hungarian Polish Czech Slovak Roma Estonian Latvian Lithuanian
        Mexican Mayan Guatemalan Honduran Salvadoran Nicaraguan Panamanian Cuban Haitian Dominican Jamaican
        Trinidadian Guyanese Colombian Venezuelan Ecuadorean Peruvian Quechua Aymara Bolivian Mapuche
        Chilean Argentine Guarani Paraguayan Uruguayan Brazilian Maori Aboriginal Fijian Samoan Tongan
        Australian European African Asian Arab Latino
    """,
    "topics": """
        Health Education Agriculture Fisheries Energy Water Transport Railways Ports Tourism Culture Sports
        Youth Labour Trade Industry Finance Planning Housing Lands Mines Petroleum Electoral Human
        Rights|Human Rights|Civil Aviation|Anti-Corruption|Revenue|Statistics|Meteorological|Forestry|Wildli
        fe|Environment|Defence|Interior|Foreign Affairs|Home Affairs|Justice|Social Welfare|Rural
        Development|Science|Technology|Telecommunications|Football|Cricket
        |Athletics|Press|Media|Truth|Reconciliation|Drug Control|Disaster
        Management|Coffee|Cocoa|Tea|Cotton|Rice|Maritime
        |Customs|Immigration|Prisons|Pensions|Investment|Export|Consumer Affairs
    """,
    "body_nouns": """
        Commission Authority Board Council Agency Bureau Institute Association Union Federation Society
        Foundation Trust Network Alliance Assembly Committee Department Ministry Office Service Tribunal
        Court Centre Fund Group Chamber Congress Forum Corps Collective Cooperative Initiative Secretariat
        Directorate Administration Corporation Mission Police Army Navy|Court of Appeal|High Court|Supreme
        Court|Red Cross|Red Crescent|Coast Guard|Labour Congress|Watch
    """,
    "body_adjectives": """
        National Central Federal Regional International Independent United Joint Royal State Supreme General
        Democratic Free African Asian Pacific Caribbean Arab European World Global Northern Southern Eastern
        Western Upper Lower Provincial Municipal Special Public People’s
    """,
    "of_bodies": """
        Ministry Department Federation Association Union Institute Board Office Bureau Confederation Chamber
        Council School Faculty Academy Order
    """,
    "workers": """
        Teachers Farmers Miners Doctors Nurses Lawyers Students Workers Traders Drivers Fishermen
        Journalists Writers Women Mothers Youth Citizens Veterans Pensioners Physicians Editors Judges
        Engineers Bankers Tenants Families Parents Artists Musicians Players Growers Herders
    """,
    "causes": """
        Peace Justice Change Freedom Democracy Life Hope Dignity Progress Unity Reform Order Accountability
        Climate Development Rights Growth Integrity
    """,
    "schools": """
        University College Polytechnic|Institute of Technology|Medical College|Law School|Business
        School|National University|State University|Academy|Hospital|General Hospital|Teaching
        Hospital|Medical Centre|Institute
    """,
    "foreign_bodies": """
        Universidad de|Universidade de|Universitas|Université de|Banco de|Banca|Instituto|Fundación|Comité
        |Sindicato de|Confederação de|Federación de|Asociación|Consejo
        de|Grupo|Lembaga|Dewan|Hezb-e|Harakat|Jamaat
        |Jamiat|Sangh|Parishad|Sabha|Movimiento|Movimento|Mouvement
    """,
    "party_adjectives": """
        Democratic United National Liberal Conservative Progressive Socialist Social Green Free Independent
        Popular Christian Islamic Revolutionary Republican New Patriotic Labour Workers’ People’s Farmers’
        Citizens’ Nationalist Radical Civic Peasant
    """,
    "party_middles": """
        Democratic People’s National Progressive Liberation Workers’ Social Salvation Justice Unity Reform
        Islamic Labour Freedom Renewal
    """,
    "party_nouns": """
        Party Front Movement Alliance Congress League Union Coalition Forum Bloc Platform
    """,
    "foreign_parties": """
        Frente Partido Movimiento Alianza Unidad Nuevo Nueva Popular Nacional Democracia Patria Pakatan
        Parti Partai Rakyat Keadilan Samaj Morcha Janata Lok Swaraj Tehreek Jamaat Islami Awami Jatiya Hizb
        Ennahda Harak Otzma Likud Yeni Halk Adalet Kalkınma Svoboda Hromada Narodna Stranka Savez Demokratik
        Chama Umoja Imbonerakure Lakas Bayan Kilusan Force Espoir Rassemblement Renaissance
    """,
    "firm_starts": """
        Pacific Delta Golden Lotus Eagle Star Orient Sahara Savanna Lion Phoenix Dragon Pearl Summit Atlas
        Nile Andes Everest Coral Sunrise Horizon Crystal Diamond Silver Royal Global First Prime Apex Unity
        Metro Nova Terra Gulf Atlantic Caspian Mekong Ganges
    """,
    "trades": """
        Motors Steel Cement Foods Textiles Airlines Airways Energy Power Mining Resources Petroleum Bank
        Telecom Mobile Insurance Capital Securities Shipping Shipbuilding Construction Builders Engineering
        Electric Electronics Chemicals Pharma Pharmaceuticals Breweries Beverages Grain Sugar Tea Gold
        Copper Logistics Media Pictures Records Studios Technologies Software Systems Robotics Solar
        Properties Homes Hotels Retail Stores Coffee Dairy Fisheries Oil Gas Railways
    """,
    "legal_forms": """
        Ltd Limited Inc. Corp. Co. PLC plc AG SA S.A. GmbH Bhd Tbk Pvt|Pvt Ltd|Sdn Bhd|Co.,
        Ltd.|LLC|A.Ş.|Oyj|NV |BV|Pty Ltd|Holdings Ltd|JSC|SpA
    """,
    "firm_nouns": """
        Group Holdings Industries International Partners Ventures Investments Enterprises Corporation
        Company Brothers Sons Consulting Associates Global
    """,
    "legal_openings": "PT CV OOO Grupo Groupe Gruppo Perusahaan",
    "foreign_firms": """
        Banco Minera Petróleos Grupo Aerolíneas Editorial Casa Société Banque Compagnie Aguas Industrias
        Empresa Constructora Usina Companhia Tata Bharat Toko Bank
    """,
    "coined_starts": """
        Data Ener Agri Tele Medi Nat Euro Inter Trans Petro Bio Avi Digi Fin Cred Solar Aqua Eco Log Nor Sud
        Vita Omni Auto Info Min Mar Hydro Geo Sino Indo Afri Pan Uni Luso Velo Corv Zen Lumi Kern Vox Tri
    """,
    "coined_ends": """
        voto plus gas net com pay tech bank fer tel dis ia ex on ium ora ica eon ix max gen corp cell med
        san link soft mart way lab hub zone watt mar jet air scan grid cap nova via sys dat
    """,
    "plain_starts": """
        Bright Prairie Corridor Ocean Harbour Clear Stone River North Iron Silver Open Green Sky Blue Cedar Maple
        Bridge Summit Lake Fair Common Wind Sand Salt Copper Amber Meridian Anchor Beacon Compass Lantern Willow
        Falcon Heron Otter Wolf Kestrel Thistle Clover Granite Canyon Prime Swift Safe First True Next Civic
        Border Justice Market Coastal Mountain Desert Polar Tidal Urban Rural Deep Cross Long High Red Wild
    """,
    "plain_ends": """
        Watch Path Mobility Transit Partners Mutual Tool Star Trust Action Voice Aid Collective Project Network Rising
        Advocates Analytics Research Advisory Care Kitchen Dynamics Outfitters Gaming Freight Ventures Point Gate Field
        Works Hands Bridge House Line Road Table Circle Now Together|Health Partners|Legal Defense|Family Farms
    """,
    "local_bodies": """
        Council|City Council|County Council|Police Department|Fire Department|Sheriff’s Office|County Sheriff's
        Office|School Board|School District|District Council|Town Hall|Planning Board|District Attorney's
        Office|Magistrates’ Court|Crown Court|Fire and Rescue Service|Ambulance Service|Harbour Board|Water
        District|Chamber of Commerce|Municipal Corporation|Health Board|Police Service|Borough Council
    """,
    "of_groups": """
        Friends Voices Mothers Families Concerned|Citizens|Council|Gathering|Guardians Sons Daughters
        Survivors|Union|Army|Defenders|Church|Brotherhood|Committee
    """,
    "journals": "Letters Review Reports Quarterly Journal Digest Bulletin Insider Wire Files Report Dispatch",
    "papers": """
        Times Herald Standard Tribune Post Gazette Courier Ledger Daily Weekly News Star Guardian Observer
        Mirror Chronicle Mail Express Nation Citizen Monitor Independent Telegraph Sun Echo Dispatch
        Voice|Evening Post|Daily News |Morning Post|Sunday Times|Business Daily|Online|Today
    """,
    "paper_openings": """
        Daily Sunday Evening Morning Business New Financial The|National|Weekly|Island|Coast
    """,
    "foreign_papers": """
        El La Le Die Al An Diario Jornal Folha Correo Gazeta Hürriyet Yeni Harian Berita Koran Dainik
        Navbharat Amar Asahi Sin Nhan Haber Novaya Vechernyaya Ukrainska Al-|Ha|Etemad|
    """,
    "channels": """
        TV Television Radio FM News|News Agency|24|Online|Broadcasting|Media|One|Press
    """,
    "clubs": """
        FC United City Rovers Rangers Wanderers Athletic Town County Warriors Lions Tigers Eagles Sharks
        Stars Kings Royals Giants Bulls Hawks Titans Knights Panthers Sevens XI|SC|CF|Sporting|Young
        Boys|Football Club |Hearts|Stormers|Cricket Club|Lynx|Bears|Dolphins|Red Devils|Utd
    """,
    "club_openings": """
        Atlético Deportivo Real Sporting Club Dynamo Dinamo Lokomotiv Spartak FC AC AS Racing Olympique
        Club|Inter |Esporte Clube|Al-|Union|Hapoel|Maccabi|Persib|Team|CSKA|Partizan|Independiente
    """,
    "sites": """
        Stadium Airport|International
        Airport|Bridge|Dam|Hospital|Prison|Port|Road|Street|Avenue|Square|Palace|Mosque
        |Cathedral|Temple|Church|Market|Station|Barracks|Base|Refinery|Power
        Station|Highway|Tower|Hotel|Mall|Museum|Park |Primary School|High
        School|Checkpoint|Camp|Cemetery|Monument|Border Crossing
    """,
    "landscapes": """
        River Valley Mountains Hills Island Islands Lake Bay Delta Desert Forest Peninsula Strait Sea Gulf
        Basin Plateau Coast Highlands Reef Reserve|National Park|Province|Region|Strip|Falls|Plains|Pass
    """,
    "landscape_openings": """
        Lake Mount Cape Lower Upper River Gulf|Rio|Sierra|Wadi|Jebel|Isla|Pulau|Koh|Puerto
    """,
    "directions": "North South East West Northern Southern Eastern Western Central Upper Lower Greater New",
    "storms": "Typhoon Cyclone Hurricane|Tropical Storm|Storm",
    "events": """
        Cup Open Games Festival Forum Championship Championships Marathon Masters League|Grand Prix|World
        Cup|Derby|Summit |Conference|Expo|Fair|Biennale|Film Festival|Carnival|Classic|Super
        Cup|Shield|Trophy|Rally|Uprising|War|Massacre |Accord Day|Independence Day
    """,
    "awards": """
        Prize Award Awards Medal|Peace Prize|Literary Prize|Book Awards|Lecture|Fellowship|Order of
        Merit|Film Award
    """,
    "work_adjectives": """
        Red Long Last Silent Golden Broken Burning Hidden Little Blue Dark Lonely Bitter Endless Sacred
        Sweet Wild Lost Green
    """,
    "work_nouns": """
        Road River House Mother Night Garden Sea Daughters Mountain Rain Shadows Stars Winter Letter
        Children Bread Fire Moon Harvest Dream Bones Song
    """,
    "ships": "MV|MT|INS|KRI|BRP|HMS|USS|MS|BAP|TCG",
    "laws": """
        Act Bill Law Code Treaty Agreement Protocol Convention Ordinance Decree Accord Charter
    """,
}


def _split(text: str) -> tuple[str, ...]:
    """The words of a list; from the first bar on, what stands between bars is one."""
    words, *phrases = " ".join(text.split()).split("|")
    return (*words.split(), *(part.strip() for part in phrases if part.strip()))


WORDS: Mapping[str, tuple[str, ...]] = {name: _split(text) for name, text in _PARTS.items()}
