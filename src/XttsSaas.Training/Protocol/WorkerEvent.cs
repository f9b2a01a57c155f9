namespace XttsSaas.Training.Protocol;

/// <summary>
/// One line of a training worker's standard output. A line is one JSON object whose <c>type</c> names the event;
/// readers skip types that they do not know, so a newer worker can run under an older silo.
/// </summary>
public abstract record WorkerEvent
{
    /// <summary>The discriminator, always the first property of the line.</summary>
    public abstract string Type { get; }
}
