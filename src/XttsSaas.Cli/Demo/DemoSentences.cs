namespace XttsSaas.Cli.Demo;

/// <summary>Plain sentences, written for this demo, in the order in which the speakers read them.</summary>
internal static class DemoSentences
{
    /// <summary>Spoken after training; none of them is among the recordings.</summary>
    public static readonly IReadOnlyList<string> ToSpeak =
    [
        "The quick brown fox jumps over the lazy dog.",
        "Your new voice is ready, and this is how it sounds.",
        "Every sentence that you hear was counted once.",
    ];

    public static readonly IReadOnlyList<string> ToRead =
    [
        "The morning train left the station a few minutes late.",
        "She put the letter in a drawer and closed it slowly.",
        "A cold wind came down from the hills after dark.",
        "We walked along the river until the road turned north.",
        "The baker opens his shop before the sun comes up.",
        "Nobody knew how old the wooden bridge really was.",
        "He carried two heavy boxes up the narrow stairs.",
        "There is a small garden behind the yellow house.",
        "The children counted seven boats on the quiet lake.",
        "Please leave your wet shoes beside the kitchen door.",
        "The teacher drew a long line across the board.",
        "It took them three days to paint the whole fence.",
        "An owl called twice from the edge of the forest.",
        "My brother keeps his tools in a blue metal case.",
        "The market was full of apples, onions and fresh bread.",
        "They heard the rain begin while they were still talking.",
        "The old clock in the hall has stopped again.",
        "A good map is worth more than a fast horse.",
        "The doctor asked him to breathe in and hold it.",
        "Snow covered the fields as far as we could see.",
        "The engine made a strange noise and then went silent.",
        "Her answer was short, clear and very polite.",
        "We will meet at the corner near the post office.",
        "The cat slept on the warm stones all afternoon.",
        "Someone had written a name on the dusty window.",
        "The captain turned the ship away from the rocks.",
        "You can see both towers from the top of the hill.",
        "He read the same page four times and gave up.",
        "The lamp threw long shadows on the white wall.",
        "In summer the street smells of salt and oranges.",
        "The musician tuned her violin and began to play.",
        "They built the school with stone from the valley.",
        "A single red leaf floated past the open boat.",
        "The judge listened to both sides without a word.",
        "It is easier to begin early than to finish late.",
        "The farmer thanked us and went back to his cows.",
    ];
}
