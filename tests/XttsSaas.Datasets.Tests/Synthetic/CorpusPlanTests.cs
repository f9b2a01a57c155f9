using XttsSaas.Audio.Tests.Fixtures;
using XttsSaas.Datasets.Synthetic.Planning;
using XttsSaas.Datasets.Synthetic.Speakers;
using XttsSaas.Tests.Corpus;
using XttsSaas.Xtts.Corpus;

namespace XttsSaas.Datasets.Tests.Synthetic;

public sealed class CorpusPlanTests : IDisposable
{
    private const long Seed = 11;
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Divide_Sentences_PutsNoneIntoTwoParts()
    {
        var sentences = SentenceBook.Read("en", SentenceFiles.Write(_workspace.PathOf("sentences")));

        var texts = LanguageTexts.Divide("en", sentences, Seed);

        Assert.Equal((38, 1, 1), (texts.Training.Count, texts.Validation.Count, texts.Test.Count));
        Assert.Equal(sentences.Order(), texts.Training.Concat(texts.Validation).Concat(texts.Test).Order());
    }

    [Fact]
    public void Read_SentenceInTwoFilesAndTwoSpellings_IsThereOnce()
    {
        var folder = SentenceFiles.Write(_workspace.PathOf("sentences"));
        File.WriteAllLines(Path.Combine(folder, "en_everyday.txt"), ["  THE BAKER sold a green bicycle. ", "", "Something new came today.", new string('a', 500)]);

        var sentences = SentenceBook.Read("en", folder);

        Assert.Equal(41, sentences.Count);
        Assert.Equal("Something new came today.", sentences[^1]);
    }

    [Fact]
    public void Training_UntilTheEnd_LetsEverySpeakerSayEverySentenceOnce()
    {
        var plan = Plan(speakers: 3, "en");

        var said = plan.Training().Select(utterance => (utterance.Speaker.Id, utterance.Text)).ToList();

        Assert.Equal(said.Count, said.Distinct().Count());
        // Of 38 sentences and 3 speakers; a sentence that was joined to another counts where it was joined.
        var sentences = Texts("en").Training;
        Assert.Equal(38 * 3, sentences.Sum(sentence => said.Count(pair => pair.Text.Contains(sentence, StringComparison.Ordinal))));
    }

    [Fact]
    public void Training_ManyTexts_MixesSaladsAndJoinedSentences()
    {
        var texts = Texts("en");
        var words = texts.Training.SelectMany(sentence => sentence.TrimEnd('.').ToLowerInvariant().Split(' ')).ToHashSet();

        var said = Plan(speakers: 50, "en").Training().Select(utterance => utterance.Text).Take(1500).ToList();

        var salads = said.Where(text => text.Count(letter => letter == '.') == 1 && !texts.Training.Contains(text)).ToList();
        var joined = said.Count(text => text.Count(letter => letter == '.') == 2);
        Assert.InRange(salads.Count / 1500.0, 0.12, 0.18);
        Assert.InRange(joined / 1500.0, 0.03, 0.07);
        Assert.All(salads, salad => Assert.All(salad.TrimEnd('.').ToLowerInvariant().Split(' '), word => Assert.Contains(word, words)));
        Assert.All(salads, salad => Assert.InRange(salad.Split(' ').Length, 3, 7));
    }

    [Fact]
    public void Training_TwoLanguages_SharesTheLetters()
    {
        var letters = Plan(speakers: 50, "en", "es").Training().Take(1000).GroupBy(utterance => utterance.Language)
            .ToDictionary(language => language.Key, language => (double)language.Sum(utterance => utterance.Text.Length));

        Assert.Equal(0.46, letters["en"] / letters.Values.Sum(), 0.01);
    }

    [Fact]
    public void Training_CrowdAndLeads_ShareTheTurns()
    {
        var cast = SpeakerCast.Draw(12, Seed);
        var plan = new CorpusPlan([Texts("en")], [.. cast, .. SpeakerCast.Crowd(cast, 100, Seed)], Seed, ["s003", "s007"]);

        var said = plan.Training().Take(2000).Select(utterance => utterance.Speaker.Id).ToList();

        Assert.Equal(0.60, said.Count(id => id[0] == 'c') / 2000.0, 0.05);
        Assert.Equal(0.16, said.Count(id => id is "s003" or "s007") / 2000.0, 0.03);
        Assert.Equal(112, said.Distinct().Count());
    }

    [Fact]
    public void HeldOut_Parts_UseTheirOwnSentencesAndSpeakers()
    {
        var texts = Texts("en");
        var plan = Plan(speakers: 5, "en", "es");

        var parts = plan.HeldOut.ToLookup(pair => pair.Split, pair => pair.Utterance);

        Assert.All(parts[CorpusSplit.Validation].Where(utterance => utterance.Language == "en"), utterance => Assert.Contains(utterance.Text, texts.Validation));
        Assert.All(parts[CorpusSplit.Unseen].Where(utterance => utterance.Language == "en"), utterance => Assert.Contains(utterance.Text, texts.Test));
        Assert.All(parts[CorpusSplit.Test], utterance => Assert.Equal(SpeakerSplit.Training, utterance.Speaker.Split));
        Assert.All(parts[CorpusSplit.Unseen], utterance => Assert.Equal(SpeakerSplit.Unseen, utterance.Speaker.Split));
        Assert.Equal(12, parts[CorpusSplit.Unseen].Select(utterance => utterance.Speaker).Distinct().Count());
        // One sentence each of two languages, by every speaker.
        Assert.Equal((10, 10), (parts[CorpusSplit.Validation].Distinct().Count(), parts[CorpusSplit.Test].Distinct().Count()));
        Assert.Equal(plan.HeldOut.Count, plan.Training().First().Number);
    }

    private LanguageTexts Texts(string language) => LanguageTexts.Divide(language, SentenceBook.Read(language, SentenceFiles.Write(_workspace.PathOf("sentences"))), Seed);

    private CorpusPlan Plan(int speakers, params string[] languages) => new([.. languages.Select(Texts)], SpeakerCast.Draw(speakers, Seed), Seed, []);
}
