namespace XttsSaas.Cli.Demo;

/// <summary>A speaker of the demo, made by espeak-ng and unknown to xtts-mini: voice variant, pitch 0–99 and speed in words per minute.</summary>
internal sealed record DemoSpeaker(string Name, string EspeakVoice, int Pitch, int WordsPerMinute)
{
    public static readonly DemoSpeaker First = new("Nora", "en-us+f1", 45, 160);
    public static readonly DemoSpeaker Second = new("Victor", "en-us+m1", 40, 165);
}
