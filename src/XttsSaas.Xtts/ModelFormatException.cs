namespace XttsSaas.Xtts;

/// <summary>A model file or configuration is not what it must be; the message says which file, what was found and what was expected.</summary>
public sealed class ModelFormatException : Exception
{
    public ModelFormatException(string message) : base(message) { }

    public ModelFormatException(string message, Exception inner) : base(message, inner) { }
}
