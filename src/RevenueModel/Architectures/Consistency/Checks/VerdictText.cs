using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>Prints verdicts.</summary>
internal static class VerdictText
{
    /// <summary>Returns the readable name of a verdict.</summary>
    public static string Of(ConsistencyVerdict verdict) => verdict switch
    {
        ConsistencyVerdict.AgreesRounded => "agrees when rounded",
        ConsistencyVerdict.Contradicts => "contradicts",
        ConsistencyVerdict.Incomplete => "incomplete",
        ConsistencyVerdict.Note => "note",
        _ => "agrees",
    };

    /// <summary>Returns the number of checks with a verdict.</summary>
    public static string Of(ConsistencyVerdict verdict, int count) => verdict switch
    {
        ConsistencyVerdict.Note => Plural.Of(count, "note"),
        ConsistencyVerdict.Incomplete => Invariant($"{count:#,0} incomplete"),
        _ when count == 1 => "1 " + Of(verdict),
        ConsistencyVerdict.AgreesRounded => Invariant($"{count:#,0} agree when rounded"),
        ConsistencyVerdict.Contradicts => Invariant($"{count:#,0} contradict"),
        _ => Invariant($"{count:#,0} agree"),
    };
}
