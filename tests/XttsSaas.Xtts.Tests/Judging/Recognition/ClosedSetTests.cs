using XttsSaas.Tests.Speech;
using XttsSaas.Xtts.Judging.Recognition;

namespace XttsSaas.Xtts.Tests.Judging.Recognition;

public sealed class ClosedSetTests
{
    private static readonly IReadOnlySet<string> Dictionary =
        EspeakSpeech.Sentences.SelectMany(SpokenWords.Of).Append("unheard").ToHashSet(StringComparer.Ordinal);

    private static readonly ClosedSet Set = new(EspeakSpeech.Sentences, Dictionary, seed: 1);

    [Fact]
    public void For_EverySentence_HasNeighboursThatDifferInOneOrTwoWordsOfSimilarLength()
    {
        foreach (var sentence in EspeakSpeech.Sentences)
        {
            var candidates = Set.For(sentence)!;
            var truth = SpokenWords.Of(sentence);
            Assert.Equal(string.Join(' ', truth), candidates[0]);
            Assert.Equal(1 + ClosedSet.Neighbours + EspeakSpeech.Sentences.Length - 1, candidates.Distinct().Count());
            foreach (var neighbour in candidates.Skip(1).Take(ClosedSet.Neighbours).Select(candidate => candidate.Split(' ')))
            {
                Assert.Equal(truth.Length, neighbour.Length);
                var changed = truth.Zip(neighbour).Where(pair => pair.First != pair.Second).ToList();
                Assert.InRange(changed.Count, 1, 2);
                Assert.All(changed, pair => Assert.InRange(pair.Second.Length - pair.First.Length, -1, 1));
                Assert.All(neighbour, word => Assert.Contains(word, Dictionary));
            }
        }
    }

    [Fact]
    public void For_SameSeed_IsTheSameInAnyOrder()
    {
        var again = new ClosedSet(EspeakSpeech.Sentences, Dictionary, seed: 1);
        _ = again.For(EspeakSpeech.Sentences[5]);
        Assert.Equal(Set.For(EspeakSpeech.Sentences[2]), again.For(EspeakSpeech.Sentences[2]));
        Assert.NotEqual(Set.For(EspeakSpeech.Sentences[2]), new ClosedSet(EspeakSpeech.Sentences, Dictionary, seed: 2).For(EspeakSpeech.Sentences[2]));
    }

    [Theory]
    [InlineData("The carpet smelled of petrichor.")]
    [InlineData("...")]
    public void For_WordOutsideTheDictionary_IsUnusable(string sentence) => Assert.Null(Set.For(sentence));

    [Theory]
    [InlineData("It’s the dog's well-known 'trick'.", "it's the dog's well known trick")]
    [InlineData("  No?  Yes! ", "no yes")]
    public void SpokenWords_OfText_AreThoseOfADictionary(string text, string words) => Assert.Equal(words, string.Join(' ', SpokenWords.Of(text)));
}
