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
asdf qwer zxcv
lorem ipsum dolor sit amet
blah blah blah
""".strip().splitlines()
    if line
]
