namespace XttsSaas.Xtts.Judging.Recognition;

/// <summary>The recogniser or its model is not there or does not work; the message says what to install.</summary>
public sealed class RecognitionException : Exception
{
    public RecognitionException(string message)
        : base(message)
    {
    }

    public RecognitionException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
