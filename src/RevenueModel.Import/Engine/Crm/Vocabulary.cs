using System.Collections.Frozen;
using RevenueModel.Pipeline;

namespace RevenueModel.Import;

/// <summary>The terms of CRM systems for enumerations and truth values of the library.</summary>
internal static class Vocabulary
{
    /// <summary>The part of a message about the expected truth values.</summary>
    public const string TruthExpected = "one of true, false, yes, no, 1, 0 is expected.";

    private static readonly FrozenDictionary<string, DealMotion> Motions = Of(
        ("newbusiness newcustomer newlogo new", DealMotion.NewLogo),
        (
            "existingbusiness existingcustomerupgrade upgrade upsell crosssell addon addonbusiness expansion",
            DealMotion.Expansion),
        ("renewal", DealMotion.Renewal));

    // Salesforce's API calls Commit "Forecast"; Dynamics calls it "Committed"; HubSpot has OMIT and "Not forecasted".
    private static readonly FrozenDictionary<string, ForecastCategory> Categories = Of(
        ("omitted omit notforecasted lost", ForecastCategory.Omitted),
        ("pipeline", ForecastCategory.Pipeline),
        ("bestcase", ForecastCategory.BestCase),
        ("commit committed forecast", ForecastCategory.Commit),
        ("closed closedwon won", ForecastCategory.Closed));

    private static readonly FrozenDictionary<string, bool> TruthValues = Of(
        ("true yes y 1", true),
        ("false no n 0", false));

    private static readonly FrozenDictionary<string, BuyerEngagement> Engagements = Of(
        ("none neither", BuyerEngagement.None),
        ("it", BuyerEngagement.IT),
        ("ot", BuyerEngagement.OT),
        ("both itot otit itandot", BuyerEngagement.Both));

    /// <summary>Returns the motion of a deal type, or null if it is unknown.</summary>
    public static DealMotion? Motion(string value) => Find(Motions, value);

    /// <summary>Returns the forecast category, or null if it is unknown.</summary>
    public static ForecastCategory? Category(string value) => Find(Categories, value);

    /// <summary>Returns the truth value, or null if it is unknown.</summary>
    public static bool? Truth(string value) => Find(TruthValues, value);

    /// <summary>Returns the engaged buyers, or null if they are unknown.</summary>
    public static BuyerEngagement? Engagement(string value) => Find(Engagements, value.Replace('+', ' '));

    private static T? Find<T>(FrozenDictionary<string, T> words, string value)
        where T : struct =>
        words.TryGetValue(NameNormalizer.OfValue(value), out T meaning) ? meaning : null;

    private static FrozenDictionary<string, T> Of<T>(params (string Words, T Value)[] entries) => entries
        .SelectMany(entry => entry.Words.Split(' ').Select(word => KeyValuePair.Create(word, entry.Value)))
        .ToFrozenDictionary(StringComparer.Ordinal);
}
