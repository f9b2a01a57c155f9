using System.Text.Json.Serialization;

namespace XttsSaas.Training.Protocol;

/// <summary>A step of the vocoder, which learns the speaker after the GPT's last step.</summary>
/// <param name="Step">Its number, from 1.</param>
/// <param name="Steps">How many there are.</param>
/// <param name="Loss">What it minimises.</param>
/// <param name="EtaSeconds">Seconds to the last one.</param>
public sealed record VocoderStepEvent(int Step, int Steps, double Loss, double EtaSeconds) : WorkerEvent
{
    public const string TypeName = "vocoder_step";

    [JsonPropertyOrder(-1)]
    public override string Type => TypeName;
}
