"""Questions about the wide world: what the router learns "nobody's subject" from."""

from __future__ import annotations

BACKGROUND = [
    line
    for line in """
who won the world cup in 2018
what's the score of the lakers game
who is the best quarterback in the nfl
when does the baseball season start
what's the weather like tomorrow
is it going to rain this weekend
how hot is it outside in phoenix
what is the capital of australia
how tall is mount everest
who was the first president of the united states
when did world war two end
what is the largest planet
how far is the moon
explain quantum physics to me
what is photosynthesis
solve x squared plus five x equals six
what is the square root of 144
how many ounces are in a kilogram of gold
write me a poem about the sea
write an essay about shakespeare
tell me a story about a dragon
make up a song about my cat
write a python function that sorts a list
how do i fix a null pointer exception in java
what does this javascript error mean
how do i center a div in css
help me install windows 11
my iphone won't charge
how do i reset my wifi router at home
which laptop should i buy for gaming
how do i get more followers on instagram
what's trending on tiktok
recommend a movie for tonight
what's a good series on netflix
who sang bohemian rhapsody
what time is the concert on saturday
book me a flight to chicago
find a cheap hotel in miami
what's the best way to get to the airport
how do i renew my passport
do i need a visa for japan
call me a taxi
how much is a used honda civic worth
my car makes a grinding noise when i brake
how do i change a flat tire
what gas mileage does a prius get
what stocks should i buy
what's the price of bitcoin
how do i open a savings account
what is my bank balance
how do i file my personal taxes
can i get a mortgage with bad credit
what's the exchange rate for euros
how do i get a divorce
can my landlord evict me
who should i vote for
what did the president say yesterday
what are the news headlines today
is there life on mars
what is the meaning of life
do you believe in god
what's my horoscope for today
does she like me back
how do i ask someone out on a date
my girlfriend broke up with me what should i do
how do i lose weight fast
what's a good workout for abs
why does my knee hurt when i run
what should i take for a headache at home
is my baby teething
how do i potty train a puppy
what should i feed my goldfish
why is my cat meowing at night
how do i grow tomatoes in my garden
when should i mow the lawn
how do i paint my bedroom walls
how do i unclog my toilet at home
what's the recipe for my grandmother's lasagna
how do i bake a birthday cake at home
what wine goes with steak for a dinner party
where can i get good sushi around here
order me a pizza
what are the opening hours of the post office
is walmart open on thanksgiving
how do i return something to amazon
track my package
translate good morning into french
how do you say thank you in japanese
what does carpe diem mean
spell onomatopoeia
set an alarm for seven
remind me to call mom
play some jazz music
turn off the living room lights
add milk to my shopping list
how do i play chess
what are the rules of poker
give me a crossword answer for six letters
how do i beat the final boss in elden ring
what's a good name for a dog
how old is taylor swift
how much does elon musk make
when is easter this year
how many days until christmas
what time is it in london
what should i wear to a wedding
how do i tie a tie
how do i learn the guitar
best colleges for engineering
help my kid with fractions homework
how do airplanes fly
who invented the light bulb
how do vaccines work
when do i get my tax refund
what's the speed limit on the highway
how do i apply for a driving licence
how do i get rid of acne
how do i meditate
how do i clean the oven in my apartment
my dishwasher at home leaks
which air fryer should i buy for my kitchen at home
is my home freezer cold enough
what should i cook for dinner tonight
recipe for banana bread
how long do i boil pasta for my family
can i feed my cat chicken bones
is chocolate bad for dogs
can my toddler eat peanut butter
what does the check engine light mean
my car says P0420
my truck won't start in the cold
how much antifreeze does my car take
printer shows error 50
my playstation shows error code CE-34878
my tv screen is black
laptop keeps shutting down
blue screen error on my pc
how do i reset my phone
do they hire at the burger place across the street
how much does starbucks pay an hour
which restaurant has the best burgers in town
what time does mcdonalds close
is there a good food truck downtown
who founded kfc
what is the stock price of pepsi
what's tesla trading at
who invented the microwave
who invented pizza
when was the refrigerator invented
history of french fries
how does a microwave heat food
how cold is it in chicago today
what's the temperature on the sun
what's the temperature in denver right now
how do i defrost my car window
how much snow are we getting
write a python script for me
write a program that reads a csv
write an email to my landlord
write a haiku
write a resume for me
write me a cover letter for a new job
sing a rap about burgers
make a meme
do my taxes
who won the game last night
which team plays on sunday
who got eliminated on the bachelor
what happened in the last episode
what's a good anime
how do i get to the train station
how many miles to the next city
when is the next bus
text my wife that i am late
call my brother
send an email to my sister
who is the prime minister of canada
who is the mayor
how does gravity work
how did the dinosaurs die
when did columbus sail
what's the population of india
how many calories should i eat to lose weight
does coffee raise my blood pressure
i have a rash on my back, which cream
what are the symptoms of diabetes
my back hurts from the gym
should i buy a house or rent
how much should i save for retirement
what credit card is best
my roommate won't pay the rent
can i sue my neighbor
how do i get a green card
how do i become a nurse
how do i get into college
quien gano el partido
cual es la capital de francia
que tiempo hace hoy
pon musica
receta de tamales para mi casa
como arreglo mi carro
my microwave at home makes sparks
the fryer i bought for my house smells
fridge in my dorm room is warm
how do i clean the grill in my backyard
can i put a fryer on my balcony
what is the best ice cream maker for home
my dog ate a grape what do i do
can my dog have bacon
can cats drink milk
my puppy ate some chicken
can a baby have honey
is it ok to feed ducks bread
ice on my driveway
how thick must ice be to walk on a lake
when is the ice hockey game
who won top chef
movie about a chef
song about pizza
is the new taco place any good
is the diner down the street hiring cooks
how much do they pay servers at applebee's
is walmart hiring
coupon for pizza hut
where can i get the best tacos
who invented the oven
who invented the ice machine
who came up with the hamburger
when was soap invented
why is it called a french fry
history of sushi
python code for a temperature sensor
excel formula to add up a column
script that renames files
java program for a cash register
why do i see error 404
my gym locker code does not work
my motorcycle shows a fault code
obd code p0171
oil change for my honda
my car overheats
how hot does it get in dubai
how warm is the water in hawaii
what is the temperature outside
shower drain in my bathroom is slow
my washing machine at home will not spin
how do i get gum out of my jeans
how do i get wax off my table at home
market price of nvidia shares
how is the dow doing
dinner recipe for two
how do i make sourdough at home
cake recipe for a birthday
what did people eat in rome
what is the tallest building
poem about coffee
tell me about the civil war
asdf qwer zxcv
lorem ipsum dolor sit amet
blah blah blah
""".strip().splitlines()
    if line
]
