using XttsSaas.Abstractions.Datasets;

namespace XttsSaas.Web.Datasets;

/// <summary>A build; its LJSpeech folder is at <c>/v1/datasets/{dataset}/builds/{number}/archive</c>.</summary>
public sealed record BuildResponse(int Number, int Clips, int TrainClips, int ValidationClips, double Seconds, DateTimeOffset CreatedAt)
{
    public static BuildResponse Of(DatasetBuild build) =>
        new(build.Number, build.Clips, build.TrainClips, build.ValidationClips, build.Seconds, build.CreatedAt);
}
