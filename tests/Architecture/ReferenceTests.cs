namespace Architecture;

/// <summary>Who may reference whom. A project that is not in the table must be given a place in it first.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["XttsSaas.Abstractions"] = [],
        ["XttsSaas.Domain"] = ["XttsSaas.Abstractions"],
        ["XttsSaas.Persistence"] = ["XttsSaas.Domain"],
        ["XttsSaas.Storage"] = ["XttsSaas.Domain"],
        ["XttsSaas.Grains"] = ["XttsSaas.Domain"],
        ["XttsSaas.Audio"] = [],
        ["XttsSaas.Datasets"] = ["XttsSaas.Audio", "XttsSaas.Xtts"],
        ["XttsSaas.Transcription"] = ["XttsSaas.Audio"],
        ["XttsSaas.Xtts"] = [],
        ["XttsSaas.Inference"] = ["XttsSaas.Xtts"],
        ["XttsSaas.Training"] = ["XttsSaas.Audio", "XttsSaas.Inference", "XttsSaas.Xtts"],
        ["XttsSaas.TrainingWorker"] = ["XttsSaas.Training"],
        ["XttsSaas.Silo"] = ["XttsSaas.Domain", "XttsSaas.Audio", "XttsSaas.Datasets", "XttsSaas.Transcription", "XttsSaas.Inference", "XttsSaas.Training"],
        ["XttsSaas.Cli"] = ["XttsSaas.Datasets", "XttsSaas.Transcription", "XttsSaas.Inference", "XttsSaas.Training"],
        ["XttsSaas.Web"] = ["XttsSaas.Grains", "XttsSaas.Persistence", "XttsSaas.Storage", "XttsSaas.Silo", "XttsSaas.Audio", "XttsSaas.Datasets"],
    };

    private static readonly Dictionary<string, string[]> AllowedEngines = new()
    {
        ["XttsSaas.Abstractions"] = ["Orleans.Abstractions"],
        ["XttsSaas.Persistence"] = ["Orleans"],
        ["XttsSaas.Grains"] = ["Orleans"],
        ["XttsSaas.Audio"] = ["OnnxRuntime"],
        ["XttsSaas.Inference"] = ["OnnxRuntime"],
        ["XttsSaas.Transcription"] = ["Whisper.net"],
        ["XttsSaas.Training"] = ["TorchSharp"],
        ["XttsSaas.Silo"] = ["Orleans"],
        ["XttsSaas.Web"] = ["Orleans"],
    };

    [Fact]
    public void ProjectReferences_PointOneWay()
    {
        var faults = from project in Repository.Projects("src", "web").Where(p => !p.Contains("/compat/", StringComparison.Ordinal))
                     let name = Path.GetFileNameWithoutExtension(project)
                     let allowed = Allowed.GetValueOrDefault(name)
                     from reference in allowed is null ? ["(no place in the table)"] : Repository.Items(project, "ProjectReference").Except(allowed)
                     select $"{name} → {reference}";

        Assert.Empty(faults);
    }

    [Fact]
    public void Engines_AreReferencedOnlyWhereTheyBelong()
    {
        var faults = from project in Repository.Projects("src", "web").Where(p => !p.Contains("/compat/", StringComparison.Ordinal))
                     let name = Path.GetFileNameWithoutExtension(project)
                     from engine in Repository.Items(project, "EngineReference").Except(AllowedEngines.GetValueOrDefault(name, []))
                     select $"{name} → {engine}";

        Assert.Empty(faults);
    }

    [Fact]
    public void StandIns_AreReferencedByNoProjectFile()
    {
        var faults = Repository.Projects("src", "web", "tests")
            .Where(p => !p.Contains("/compat/", StringComparison.Ordinal))
            .Where(p => File.ReadAllText(p).Contains("compat/", StringComparison.Ordinal));

        Assert.Empty(faults);
    }

    [Fact]
    public void StandIns_KnowNothingOfTheProduct()
    {
        var faults = Repository.Projects("src/compat").Where(p => File.ReadAllText(p).Contains("XttsSaas.", StringComparison.Ordinal));

        Assert.Empty(faults);
    }
}
