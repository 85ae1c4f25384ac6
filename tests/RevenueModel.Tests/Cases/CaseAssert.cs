using System.Text.Json;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Cases;

/// <summary>Compares with what a worked example expects, within the tolerance that it states.</summary>
internal static class CaseAssert
{
    public static void Close(JsonElement example, string figure, decimal actual, decimal? tolerance = null) =>
        Close(example, figure, example.GetProperty("expected").Decimal(figure), actual, tolerance);

    public static void Close(
        JsonElement example, string figure, decimal expected, decimal actual, decimal? tolerance = null)
    {
        decimal allowed = Math.Abs(expected) * (tolerance ?? example.Decimal("tolerance_rel"));
        Assert.True(
            Math.Abs(actual - expected) <= allowed, $"{figure}: expected {expected} within {allowed}, was {actual}");
    }
}
