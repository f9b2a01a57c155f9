namespace XttsSaas.Silo.Datasets;

/// <summary>Ends a step with an error for the dataset's owner.</summary>
internal sealed class StepException(Error error) : Exception(error.Message)
{
    public Error Error { get; } = error;
}
