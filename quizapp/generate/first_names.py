"""First names that tell a man from a woman; those that are words or places too are left out."""

MALE_NAMES = frozenset(
    """
    aaron abbas abdallah abdel abdelaziz abdelmajid abdirahman abdul abdulaziz abdulla abdullah abdurrahman abel
    abhijit abhishek abiy abubakar achim adam adama adebayo adel adil adnan adolfo adrian afonso agung agustin
    ahmad ahmed ahmet ajay ajit akbar akhilesh akihiko akinwumi akio akira akram aksel alaa alain alan alassane
    albert alberto albrecht aldo alec alejandro aleksandar aleksander aleksandr aleksei aleksey alessandro alessio
    alex alexander alexandr alexandros alexandru alexei alexey alexis alfonso alfred alfredo ali aliko aliou
    alireza alistair allan allen alois alok alonso alphonse alvaro alvin amadou amar amer amin amir amirhossein
    amit amitabh amos amr anand anas anatoliy anatoly anders anderson andre andreas andrei andres andrew andrey
    andrii andriy andrzej angelino angelos angus anibal anil anirudh anthony antoine anton antonello antoni
    antonio antonis anurag anwar apostolos aquino arash archie ariel arild arjun arkady arlindo armand armando
    armin arnaud arne arnold arrigo arroyo arseniy artem arthur artur arturo artyom arun arvid arvind asad asamoah
    ashok ashraf ashwin atal atiku attila attilio aurelien axel ayman ayodele aziz babatunde baburam bahram bakary
    balazs bambang baptiste barack barry bart bashar bashir bassam bastien bayu behrouz bekir ben bengt benigno
    benito benjamin benoit beppe bernard bernardo bernd bernhard bernie bertrand bhupendra bilal bill billy binali
    bipin birger bjarne bjorn blaise bob bogdan bohdan bola bongbong borge boris borislav boubacar boutros boyko
    brad bradley bram brandon branko brendan brent brett brian bronislaw bruce bruno bryan budi bulent burak
    burhan burkhard byron caetano calvin camilo carl carlo carlos carsten cecil cedric cem cemil cengiz cesar
    cesare cezary chandra chandrababu charles charlie cheick chidi chinua chris christer christian christoph
    christophe christopher christos chuck chukwuma clarence claude claudio clayton clemens clement cliff clifford
    clint clive colin connor conor corentin corey cornelius corrado cosimo costas craig cristian cristiano
    cristobal curtis cyril cyrille czeslaw daisuke damiano damien damir dan daniel daniele danil danilo danny
    dario dariush dariusz darko darren darryl daryl dave davi david davide dean declan dedi deepak dejan dele
    denis deniz dennis denys derek derrick desmond detlef devendra devlet dick didier diego dieter dietmar dimitar
    dimitri dimitrios dimitris dinesh diogo dipak dirk dmitri dmitriy dmitro dmitry dmytro domenico dominic don
    donald doug douglas dragan duarte duncan dusan dustin dwight dylan earl ebrahim eckhard ed eddie edgar edmund
    edoardo edouard eduard eduardo edward edwin egon ehsan einar eirik ekrem elijah elio eliud elliot elliott emad
    emanuele emeka emil emile emiliano emilio emmanuel emmerson emre enrico enrique enver enzo ercan erdal eric
    erich erik erkan erling ernest ernesto ernst erol erwin esben espen essam esteban ethan etienne ettore eugen
    eugene eugenio evangelos evariste evgeni evgeny evo ezio ezzedine fabian fabien fabio fabrice fabricio
    fabrizio facundo fadi fahad faisal farhad farid faris farouk farzad fathi fatih faure fausto fawzi fayez
    federico felipe felix ferdinand ferenc ferhat fernando fethullah fidel filipe filippo finn flavio florent
    florian floyd fotis fouad francis francisco franck franco francois frank franklin frans franz fred freddie
    frederic frederick fredrik friedrich frits fritz fulvio fumio fyodor gabor gabriel gael gaetano gareth garrett
    gary gaston gatot gaurav gautam gavin geert geir gennady gennaro geoff geoffrey georg george georges georgi
    georgy gerald geraldo gerard gerardo gerd gerhard gernot gerrit geza ghassan gheorghe giacomo giampaolo
    giancarlo gianfranco gianluca gianluigi gianni gilbert gilberto gilles gilmar gino giorgio giorgos giovanni
    girish giuliano giulio giuseppe gleb glen glenn gonzalo goodluck gopal goran gordon gotabaya gottfried govind
    graeme graham grant greg gregg gregoire gregor gregory grigoris grigory grzegorz guenther guido guillaume
    guillermo gunnar gunter gunther gustaf gustav gustave gustavo guy gyorgy haakon habib hadi haider haile
    hailemariam hakan hakim hakki hal haluk halvard hamad hamed hamid hamza hani hannes hans harald harish harold
    haroun harry harsh hartmut haruhiko haruki haruna harvey hasan hashem hassan hatem haytham hector heiko heiner
    heinrich heinz helder helge helmut hemant hendrik henning henri henrik henrique henry herbert herman hermann
    hernan herve hesham hichem hideki hideo hiroaki hirohito hiroshi hiroyuki hisham holger horacio horst hosni
    hossein houari howard hristo hubert hugh hugo hugues huseyin hussain hussein ian ibrahim ibrahima ichiro idris
    idriss idrissa ignacio igor ihor ikechukwu ilham ilia ilya imad imran imre inacio inder ingo ingvar ioannis
    ion iraj isaac isaias isao isiah ismael ismail ismet issa issam istvan ivan ivo jaap jabbar jaber jacek jack
    jacob jacopo jacques jagdish jaime jair jakaya jake jakob jakub jalal jamal james jamie jamil jan janez janos
    janusz jared jaroslav jaroslaw jarrod jason jasper javad javier jawad jawaharlal jay jayant jean jeff jeffrey
    jens jeremiah jeremy jeroen jerome jeronimo jerry jerzy jesper jesse jesus jim jimmy jitendra joachim joao
    joaquim joaquin joe joel joerg johan johann johannes john johnny joko jomo jon jonas jonathan joop joost jorg
    jorge jorgen joris jorn jose josef joseph josh joshua jozef jozsef juan juergen jules julian julien julio
    julius junichiro jurgen justin jusuf kaguta kai kais kamal kamil kaoru kapil karan karel karim karl karsten
    kaspar kasper katsuya kazem kazimierz kazuo kees kei keiichi keisuke keith kemal ken kenenisa kenichi kenji
    kenneth kenny kensuke kenzo kevin khaled khalid khalifa khalil khamis kiril kirill kirk kishore kjell kjetil
    klaas klaus koen kofi koichi koji konrad konstantin konstantinos kostas kosuke kourosh kresimir kristian
    kristoffer krzysztof kumar kurt kwame kwesi kyle kylian kyriakos laith lal lalit lamine larry lars lasse
    laszlo laurens laurent lawrence lazaro lazarus leandro lech lefteris leif leo leon leonard leonardo leonel
    leonid leopold leopoldo leroy leszek lev levent lewis liam lionel liviu lloyd lorenzo lotfi lothar lou louis
    loukas lubomir luc luca lucas luciano lucien ludovic ludvik ludwig luigi luis luiz luka lukas lukasz luke lula
    lutz maarten maciej macky mads magnus mahamadou mahamat mahathir mahdi mahendra mahesh mahinda mahmoud mahmud
    maithripala majed majid maksim maksym malcolm malik mallikarjun mamadou mandla manfred mangosuthu manish
    manmohan manoj manolis mansour manuel marc marcel marcello marcelo marcin marcio marco marcos marcus marek
    mariano mario marius mariusz mark marko markus marshall martin martti marty marvin marwan masaaki masahiro
    masao masato masayoshi masayuki masoud massimiliano massimo mateo mateusz mathias mathieu mathijs mathis
    matias matt matteo matthew matthias matthieu matti mattia maurice mauricio maurizio mauro max maxim maximilian
    maximiliano mazen mbaye mehdi mehmet mehran meles melvin menno mesut mevlut michael michal michalis michel
    michelangelo mick miguel mihai mikael mike mikhail mikheil mikko miklos mikola mikolaj milorad milos miloš
    mirko miro miroslav mitch mitchell mitsuhiro mitt modou mogens mogoeng mohamad mohamed mohammad mohammadu
    mohammed mohamud mohan mohandas mohsen moises mojtaba moncef morgan moritz morris morten moses mostafa mourad
    moussa muammar mubarak muhammad muhammadu muhyiddin mukesh mukhtar mukul munir murat musa mustafa mustapha
    mwai mykhailo mykola nabil nader naftali naguib naji najib naoki naoto narayan narendra naresh naser nasir
    nasser nathan nathaniel naveen navin nawaz neil nelson nenad nestor nicholas nick nicolas nicolo nigel nikhil
    nikita niklas nikola nikolai nikolaos nikolay nikos nils nino nitin nitish nizar njoroge nnamdi noboru nobuo
    noel norbert norihiko norman noureddine nouri nuno octavio odinga ola olaf olav ole oleg oleh oleksandr
    oleksii oleksiy oliver olivier olle olof olusegun omar omer ondrej orhan orlando osama osamu oscar oskar osman
    osvaldo otavio othman otto oumar owen oyo ozgur pablo pakalitha palaniappan panagiotis panfilo pankaj panos
    paolo pascal patrice patrick paul paulo pavel pavlo pavlos pedro pekka percy pervez petar pete peter petr
    petro petros petter phil philip philipp philippe phillip pier piero pierre piers piet pieter pietro pim piotr
    piyush plamen poul prabhakar prabowo pradeep prakash pranab pranay prasad prashant praveen pravin prayut
    preben prem qais qasim qassem quentin rached rachid radek radoslaw radovan raed rafael rafal raffaele rafik
    rafiq rahul raila rainer raj raja rajab rajeev rajendra rajesh rajiv rajnath raju rakesh ralf ralph ramesh
    ramin ramiro ramon ramzi randall randy ranil ranjan raphael rashid rasmus raul ravi ravindra ray raymond recep
    reginald reiner reinhard remi remy renan renato renaud rene renzo rex reza riad ricardo riccardo richard rick
    ricky ridwan rishi riyad roar rob robert roberto rocco roch rod roderick rodney rodolfo rodrigo rogelio roger
    rohan rohit roland rolf romain romano ron ronald ronaldo ronnie rory rosen ross rostislav rouhollah roy ruben
    rudiger rudolf rudy rufus rui rumen rune rupert ruslan russ russell ruud ryan ryo ryota saad saban sachin
    saddam sadio sadiq saeed saeid saif salah saleh salim salman salva salvador salvatore sam sami samir samora
    samuel sandeep sander sandor sandro sani sanjay sanjeev satish satoshi satya sauli sayed scott sean sebastian
    sebastien seiji sekou selahattin selim semyon serdar seretse serge sergei sergey sergio serhii serhiy seth
    seydou shadi shahbaz shane shankar sharad sharif shashi shaun shehbaz sherif shigeru shinichi shinji shinsuke
    shinzo shivraj shoichi shota shuji shunsuke shyam siavash sidney siegfried sigmar sigurd silas silvio simon
    siphiwe sitaram sjoerd slobodan somnath soren sotiris souleymane sourav spyros srinivas staffan stanislav
    stanislaw stanley stavros stefan stefano steffen stelios sten stepan stephane stephen steve steven stewart
    stig stjepan stuart sture subhash subrahmanyam subramanian sudhir suleiman suleyman sunil suresh sushil susilo
    susumu sven sverre svyatoslav sylvain szymon tadao tadashi taha tahar takahiro takashi takayuki takeshi takis
    takuya tamas tapio taras tarek tariq tarjei taro tarun tatsuya tayyip ted tedros tejashwi teodoro terence
    terje terry teruo tetsuya thabo thanassis thanos theo theodore theodoros thiago thibault thierry thijs thilo
    thomas thorbjorn thorsten tiago tibor tidjane tijs tilman tim timo timofey timothy timur tito tjalling tobias
    toby todd tom tomas tomasz tomislav tommaso tommy tony tor torbjorn tord torgeir torsten toru toshiaki
    toshihiro toshio travis trevor tristan trond tsutomu tukur turgut tyler uday uddhav udo ugur uhuru ulf ulrich
    umaru umberto umit urho uwe vaclav vadim vadym valentin valeriy valery vasco vasil vasily vassilis vasyl
    venkaiah viacheslav vianney vicente victor viggo vijay vikas vikram viktor vilem ville vinay vince vincent
    vincenzo vinicius vinod vipin virat vishal vitaliy vitaly vito vitor vittorio vivek vlad vladimir vladislav
    vojislav volker volodymyr vyacheslav wael wagner waleed walid wallace walter walther warren wayne werner
    wesley wieslaw wilhelm will william wilson wim winfried winston wiranto wissam witold wladyslaw wojciech wole
    wolf wolfgang wouter wyatt xabier xavier yahya yakubu yanis yann yannick yannis yaroslav yasar yash yashwant
    yasin yasser yassin yassir yasuhiro yasuo yavuz yaya yegor yehia yemi yevgeny yevhen yiannis yildirim yilmaz
    yngve yogi yoshihide yoshihiko yoshio yosuke younis yousef youssef yoweri yudi yuji yukio yukiya yunus yuri
    yuriy yury yusuf yusuke yutaka yves zach zachary zafer zaid zaki zbigniew zdravko ziad zine zlatan zlatko
    zoltan zoran zsolt zuhair zwelinzima
    """.split()
)
FEMALE_NAMES = frozenset(
    """
    aafke aarti abby abigail ada adaeze adaora adela adele adiza adriana adrienne afaf agata agatha agathe agnes
    agneta agnieszka aicha aikaterini aiko aino aisha aishwarya akemi akiko akosua alana alejandra aleksandra
    alena alessandra alessia alexandra alia alice alicia alienor alina alison aliya alla allegra allison alma
    alona alyona alyssa ama amanda amani amara ameenah amelia amelie amina aminata amira amma amparo amrita amy
    ana anabel anais ananya anastasia anastasiya andie andrea andzelika anela aneta anette angela angelika
    angeliki angelina angie aniko anita anja anjali anka anke ann anna annabel annalena anne annegret anneke
    anneli annelie annelies anneliese annette annie annika anniken anouk antje antoinette antonella antonia
    antonina anushka aparna apolline araceli archana arianna arlene arundhati arwa asantewaa asha ashleigh asli
    asma asmaa aspasia assia astrid asuka atefeh athina atsuko audrey aung aurelie aurore ava awa aya ayako ayanda
    ayesha aylin aynur ayse aysegul ayumi azadeh azza bahar bahia barbara barbel barbora barkha basma beata
    beatrice beatriz becky belinda bella benazir benedetta benedicte benedita bente berit bernadette berrin beth
    bethany betsy bettina betty beverly bhawna bianca biljana bineta binta birgit birgitta birgitte birthe bodil
    boglarka bonnie bouthaina bozena branka brenda bridget brigitte brit britt brittany bruna buthaina caitlin
    camila camilla canan candace carin carine carla carlota carlotta carly carmen carol carola carole caroline
    carolyn carrie cassandra catalina caterina catherine cathy cecile cecilia cecilie celeste celine ceren
    chandrika chantal charlene charlotta charlotte cheryl chiamaka chiara chie chieko chimamanda chioma chitra
    chloe christa christelle christiane christie christina christine cindy claire clara claudia clemence
    clementine clothilde colette colleen condoleezza connie consuelo cora coralie corazon corinne cornelia
    courtney cristina cynthia dagmar daisy dalia dana daniela danielle danuta daphne daria darlene darya daryna
    dawn deanna deb debbie debora deborah debra deepa deepika deirdre delcy delia delphine denise derya despina
    devi diana diane dianne dilma dimitra dina divya djamila dobrinka doina dolly dolores dominika donatella donna
    dora doreen doris dorota dorothea dorothy dragana droupadi ebba ebru edeltraud edita edith edna eduarda edwige
    eileen eirini ekaterina elaheh elaine eleanor elena eleni eleonora eleonore elfriede elif elin elina elisa
    elisabeth elisabetta elise eliza elizabeth elke ella ellen ellinor elodie elsa elsie elvira elzbieta emanuela
    emelie emi emiko emilia emily emine emma emmanuelle epsy erica erika eriko erin erna erzsebet esperanza esra
    estela estelle esther eszter ethel etsuko eugenia eugenie eunice eva evangelia eve evelyn ewa fabienne fabiola
    fadia fanny farah farida fatema fatiha fatima fatma fatou fatoumata fawzia fay federica felicity femke
    fereshteh feride fernanda figen fiona flavia flora florence florencia fofi forough frances francesca francine
    francisca francoise franziska frauke freda frederique freja frida frieda friederike fumiko funmi gabriela
    gabriella gabrielle gaia gail galina gamze gayatri geeta gemma genevieve georgina geraldine gerda gertrud
    gertrude gesine ghada ghislaine giada gianna gillian gina ginevra ginny giorgia giovanna gisela giselle gita
    gitte giulia giuliana giuseppina gladys glenda gloria golshifteh gordana grace graciela grazyna greta gretchen
    gro guadalupe gudrun gul gulsen gunhild gunilla gunvor gwen habiba hadeel hadiza hala halima halina hana
    hanadi hanako hanan hande hanna hannah hanne hanneke hannelore harriet haruka haruko hasina hatice hattie hawa
    hayat hazel heather heba hedda hedwig hege heide heidi heike heleen helen helena helene helga helle heloise
    henrietta henriette herta hertha hiba hilary hilda hilde hildegard hillary hina hiroko hisako holly hortense
    houda huda hulya ida ifeoma ilaria ildiko ileana ilona ilse iman imelda imogen inas inci indira indrani indu
    ines inge ingeborg inger ingrid inkosazana inmaculada inna intisar ioanna iracema irena irene irina iris
    irmgard iryna isabel isabela isabella isabelle ivana iveta iwona izabela jacinda jacqueline jadranka jadwiga
    jamila jana janaina jane janet janice janine janneke jannicke jaya jayalalithaa jean jeanette jeanine jeanne
    jeannie jelena jemima jenna jennie jennifer jenny jessica jihan jill jimena jo joan joana joann joanna joanne
    jocelyn jodie joelle johanna jolande jolanta jorunn josefina josephine josiane josie joyce joëlle juana
    juanita judit judith judy julia juliana julianne julie juliet julieta juliette junko justine justyna jutta
    jyoti jytte kadiatou kaisa kajsa kalina kalpana kamala kamila kanimozhi kaori kara karen kari karin karina
    karla karolina karoline karuna katalin katarina katarzyna kate katerina kateryna katharina katherine kathleen
    kathrin kathryn kathy katie katja katrin katrina katrine katy katya kavita kay kayla kazuko keiko keira kelly
    kellyanne kerry kerstin khadi khadija khadijah khaleda khanyi khrystyna kimberly kimiko kinga kira kiran kirsi
    kirsten kirstjen kirsty kiyoko klara klavdia kristalina kristen kristi kristin kristina kristine krisztina
    krystyna ksenia kseniya kumiko kyoko kyriaki laetitia lakshmi laleh lamia larisa larissa larysa lata latifa
    laura laure lauren laurence laurie layla leah leanne leela leila lena lene lenka lenore leona leonie leonor
    leonora lesley leslie lesya letesenbet leticia letitia leyla licia lidia lidiya liesbeth lieselotte lilian
    liliana liliane lily lina linda lindiwe lindsey linnea lisa lise livia liz liza lizzie ljubica ljubov lois
    lola lorena lorna lorraine lotta lotte lottie loubna louisa louise loujain lubna lubov lucia luciana lucie
    lucille lucinda lucy ludmila ludmyla ludovica luisa luise luiza lydia lynda lynn lynne lyubov lyudmila maaike
    mabel machiko maddalena madeleine madeline madhuri madoka mae magda magdalena maggie maha mahnaz mahsa maia
    maiken maja maki malak malala malene malgorzata malika malin mallory mamata manal mandy maneka manisha manon
    manuela marcela marcella marcia margaret margareta margarete margarita margery margherita margit margot
    margrethe marguerite mari maria mariam mariama mariana mariangela marianna marianne mariarosa mariastella
    maribel marie marieke marielle mariette mariia marija marijke marika mariko marilena marilyn marina marion
    marisa marisol marissa marit marita maritza mariya marjorie marketa marleen marlene marlies marsha marta marte
    martha martina martine marwa mary maryam maryna masako masih masoumeh mathilde matilda matilde maud maura
    maureen mavis maxine maya mayawati mayumi mbali mechthild medha meena meenakshi meera megan megawati megumi
    melania melanie melinda melissa meral mercedes meredith merve meryem mette micaela michela michelle michiko
    midori mieke mieko mika mila milagros mildred milena milica millie minnie miranda mireille mirela mireya
    miriam mirjam mirjana miroslava mirta misako mitsuko miyuki mizuho moira molly mona monica monika monique
    mouna muna muriel myra myriam myrtle nabila nadezhda nadia nadine nadiya nagwa nahla naima najat najla najwa
    naledi nancie nancy nandini naoko naomi narges nasrin natalia natalie natalija nataliya natalya natasa natasha
    nathalie nawal nazanin neda neelie neha nele nell nellie neslihan nesreen ngozi nicole nicoletta nicolette
    nihad niki nikki nilde niloufar nilufer nina nirmala nirupama nisha nita nkosazana noelia noemie nomvula noor
    nora noriko norma nour noura nozizwe nozomi ntombi nuray nuria nurul oby oceane octavia odile oksana
    oleksandra olena olga olha olivia olympia ophelia ornella oumou ozlem padma paetongtarn paivi pallavi paloma
    pamela panagiota paola paraskevi parisa parvati patricia patrizia patsy patti paula paulina pauline pegah
    peggy pelin penelope penny pernille pervin petra philippa phoebe phumzile phyllis pia pilar pirkko polina
    polly pooja poonam portia pragya pratibha preeti prerna priscilla priti priya priyanka puan puja rabab rabea
    rabia rachael rachel rachida radha radhika radka rafaela raffaella raghda ragnhild raisa ramona randi rani
    rania raquel rasha rashmi rawan raymonde razan rebecca reem regina regine reiko rekha renata renate renee renu
    retno rhoda rhonda rie rigmor riikka riitta rima risma rita ritsuko ritt ritu roberta rocio rodica rokia rosa
    rosalia rosalie rosalind rosalyn rosangela rosanna rosaura rose roseanne roselyne rosemary rosie rosine
    rosinha rowena roxana roxanne rukmini rupa ruslana ruth ruxandra sabina sabine sabitri sabrina sachiko sadako
    sadhvi sadie safa safaa sahar sahle sahra saida saina sakshi sally salma salome salwa samantha samar samia
    samira sanaa sanae sandra sandrine sangeeta sania sanja sanna sara sarah sarita saroj saskia satoko satsuki
    satu savitri sawsan sayaka sayuri seema segolene seiko selena selin selma semra sepideh serena setsuko
    severine sevgi sevim sezen shabana shaima shannon shanti shaparak sharmila sharon shauna sheena sheila shelby
    shelley shereen sheri sherry sheryl shilpa shirin shirley shizuka shobha shohreh shoko shreya shweta sia sibel
    sibongile sibylle signe sigrid siham silje silke silvana silvia simin simona simone sinead siobhan siphesihle
    sirimavo sita siv slavica smita smriti sneha snezana sofia sofie sofiya soha solange soledad solene solomiya
    solveig sonal sonali sonia sonja sonya sophia sophie souad stacey stacy stanislava stavroula stefania stefanie
    steffi stella stephanie sudha sue suha sujata sujatha sumiko sunita susan susana susanna susannah susanne
    sushma susi susie suzanne svenja svetla svetlana svitlana swantje swati sybil sylvi sylvia sylvie tabitha
    tahani takako tamara tamiko tammy tanja tansu tanvi tanya tara tarja tasha tatiana tatjana tatyana tawakkol
    teresa tereza tess tessa tetiana tetyana thais thandi thandiwe thea thelma theodora theresa thuli tiffany
    tiina tina tineke tirunesh tomoko tomomi tonya tora torill toshiko tracey tracy trine trish trudy tsitsi tunde
    turid tuula tyra ulla ulrika ulrike ulyana uma unni ursula usha valentina valeria valerie valeriya vandana
    vanessa vani vania vanna varsha vasiliki vasundhara vera verena verity verna veronica veronika veronique vesna
    vibeke vicki vicky victoria vidya viera vigdis viktoria viktoriia viktoriya vimala viola violeta vira virginia
    virginie vivian viviana viviane vivien waltraud wanda wangari warda wendy weronika whitney widad wiebke
    wilhelmina willemijn wilma winifred winnie ximena xiomara yaa yamini yana yasmin yasmine yasuko yekaterina
    yelena yevgenia yevheniia yingluck ylva yoko yolanda yoshiko yosra yuka yukari yukiko yuko yulia yuliia yuliya
    yumi yumiko yuriko yusra yvette yvonne zahida zahra zainab zandile zanele zara zehra zeina zeinab zeynep
    zhanna zinaida zineb zodwa zoe zofia zohra zsuzsanna zulema zuzana
    """.split()
)
