namespace XttsSaas.Datasets.Synthetic.Speakers;

/// <summary>
/// The variants of espeak-ng 1.51 that sound like a person. Left out are whispers, robots and effects, strong echo, flutter or
/// roughness, formants so far out that vowels blur, and all but one of those that differ in little but their equalizer.
/// </summary>
public static class EspeakVariants
{
    /// <summary>Variants with a pitch of about 180 to 270 Hz.</summary>
    public static readonly IReadOnlyList<string> High =
        ["Andrea", "Annie", "anika", "belinda", "f1", "f2", "f3", "f4", "f5", "linda", "shelby", "steph"];

    /// <summary>Variants with a pitch of about 75 to 155 Hz.</summary>
    public static readonly IReadOnlyList<string> Low =
    [
        "Alex", "Andy", "AnxiousAndy", "Denis", "Diogo", "Gene", "Gene2", "Jacky", "Mario", "Michael", "Mike", "Nguyen", "Storm", "adam",
        "antonio", "boris", "david", "ed", "edward2", "gustave", "iven2", "john", "klatt2", "m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8",
        "marcelo", "max", "miguel", "paul", "pedro", "quincy", "rob", "robert", "victor",
    ];
}
