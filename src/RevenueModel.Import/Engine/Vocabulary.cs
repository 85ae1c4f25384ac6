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

    public static bool TryMotion(string value, out DealMotion motion) =>
        Motions.TryGetValue(NameNormalizer.OfValue(value), out motion);

    public static bool TryCategory(string value, out ForecastCategory category) =>
        Categories.TryGetValue(NameNormalizer.OfValue(value), out category);

    public static bool TryTruth(string value, out bool truth) =>
        TruthValues.TryGetValue(NameNormalizer.OfValue(value), out truth);

    public static bool TryEngagement(string value, out BuyerEngagement engagement) =>
        Engagements.TryGetValue(NameNormalizer.OfValue(value.Replace('+', ' ')), out engagement);

    private static FrozenDictionary<string, T> Of<T>(params (string Words, T Value)[] entries) => entries
        .SelectMany(entry => entry.Words.Split(' ').Select(word => KeyValuePair.Create(word, entry.Value)))
        .ToFrozenDictionary(StringComparer.Ordinal);
}
