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
}
