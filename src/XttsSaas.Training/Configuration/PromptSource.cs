namespace XttsSaas.Training.Configuration;

/// <summary>Which recording a clip's conditioning prompt is cut from.</summary>
public enum PromptSource
{
    /// <summary>Another clip of the data set, as long as the pieces that a reference is cut into when the model speaks.</summary>
    OtherClip,

    /// <summary>The clip itself, as in the reference: 3–6 s or half of it, padded to 6 s. A model trained on few clips learns to copy it.</summary>
    OwnClip,
}
