namespace XttsSaas.Training.Runs;

/// <summary>A run cannot start or go on, for a reason that its owner can act on.</summary>
public sealed class TrainingException : Exception
{
    /// <param name="code">One of <see cref="Protocol.WorkerCodes"/>.</param>
    /// <param name="message">What was wrong and what to do.</param>
    public TrainingException(string code, string message)
        : base(message) => Code = code;

    public TrainingException(string code, string message, Exception inner)
        : base(message, inner) => Code = code;

    public string Code { get; }
}
