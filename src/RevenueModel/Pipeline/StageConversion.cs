using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>An open stage stated by the rate at which its deals move on, from which a
/// <see cref="SalesProcess"/> derives the win probabilities.</summary>
public sealed record StageConversion
{
    /// <summary>The name of the stage.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>The share of the deals in this stage that move to the next one (from the last one: that are won), a
    /// fraction in [0, 1].</summary>
    public required decimal ConversionRate
    {
        get;
        init => field = Guard.Against.NotFraction(value, nameof(ConversionRate));
    }

    /// <summary>The category that deals in this stage are forecast in unless they say otherwise.</summary>
    /// <exception cref="ArgumentException">The value is <see cref="ForecastCategory.Closed"/>: no open deal is.</exception>
    public ForecastCategory ForecastCategory
    {
        get;
        init => field = Guard.Against.Undefined(value, nameof(ForecastCategory)) == ForecastCategory.Closed
            ? throw DomainGuards.OutOfRange(nameof(ForecastCategory), value, "a category of open deals")
            : value;
    } = ForecastCategory.Pipeline;

    /// <summary>The stage in words.</summary>
    public override string ToString() => Invariant($"{Name} (converts {ConversionRate * 100m:0.##}%)");
}
