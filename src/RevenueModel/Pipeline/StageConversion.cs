using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>An open stage of a sales process with its conversion rate. <see cref="SalesProcess.OfConversionRates(
/// ReadOnlySpan{StageConversion})"/> derives the win probabilities.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record StageConversion : ProcessStage
{
    /// <summary>Gets the share of the deals in this stage that move to the next stage, or are won from the last stage:
    /// a fraction between 0 and 1.</summary>
    public required decimal ConversionRate
    {
        get;
        init => field = Guard.Against.NotFraction(value, nameof(ConversionRate));
    }

    /// <summary>Returns the name and the conversion rate.</summary>
    public override string ToString() => Invariant($"{Name} (converts {ConversionRate * 100m:0.##}%)");
}
