namespace XttsSaas.Cli.Models;

/// <summary>Why a models command stops: a message for the user and the exit code.</summary>
internal sealed class ModelCommandException(string message, int exitCode) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
