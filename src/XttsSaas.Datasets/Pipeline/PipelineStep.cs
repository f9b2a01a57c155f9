namespace XttsSaas.Datasets.Pipeline;

public enum PipelineStep
{
    /// <summary>Listening for speech; counted in seconds of the recording.</summary>
    Listening,

    /// <summary>Writing clips; counted in clips.</summary>
    Cutting,

    /// <summary>Copying clips into a build; counted in clips.</summary>
    Building,
}
