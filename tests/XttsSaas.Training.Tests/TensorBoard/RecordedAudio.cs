namespace XttsSaas.Training.Tests.TensorBoard;

/// <summary>A sound of an event file.</summary>
internal sealed record RecordedAudio(string Tag)
{
    public float SampleRate { get; init; }

    public long Channels { get; init; }

    public long Frames { get; init; }

    public byte[] Encoded { get; init; } = [];

    public string ContentType { get; init; } = "";
}
