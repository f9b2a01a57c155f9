using XttsSaas.Abstractions.Synthesis;
using XttsSaas.Domain.Validation;

namespace XttsSaas.Domain.Synthesis;

/// <summary>The ranges of <see cref="SpeechSettings"/>; field names as the API writes them.</summary>
public static class SpeechSettingsValidator
{
    public static Faults Validate(SpeechSettings settings)
    {
        var faults = new Faults();
        Require(settings.Temperature, 0.05, 2, "temperature");
        Require(settings.TopK, 1, 1024, "topK");
        Require(settings.TopP, 0.05, 1, "topP");
        Require(settings.RepetitionPenalty, 1, 20, "repetitionPenalty");
        faults.RequireRange(settings.Speed, 0.5, 2, "speed");
        return faults;

        void Require(double? value, double low, double high, string field)
        {
            if (value is { } chosen)
                faults.RequireRange(chosen, low, high, field);
        }
    }
}
