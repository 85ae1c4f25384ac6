using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Architectures;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>A cost per year as a share of an amount: the arithmetic of a finding.</summary>
/// <remarks>Immutable; equal by value. <c>cost = base × share</c>, at the low and at the high end of the
/// share.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CostClaim
{
    /// <summary>Gets the money from which the cost is taken.</summary>
    public required CostPool Pool { get; init => field = Guard.Against.Null(value, nameof(Pool)); }

    /// <summary>Gets the description of the base, such as "closed with one buyer".</summary>
    public required string BaseName { get; init => field = Guard.Against.Blank(value, nameof(BaseName)); }

    /// <summary>Gets the amount of a year, in the currency of the review; zero or more.</summary>
    public required decimal Base { get; init => field = Guard.Against.BelowZero(value, nameof(Base)); }

    /// <summary>Gets the share of it that is lost, as fractions between 0 and 1.</summary>
    public required Band<decimal> Share
    {
        get;
        init => field = Guard.Against.NotFractionBand(value, nameof(Share));
    }

    /// <summary>Gets the explanation of the share, such as "38% less 16%", or <see langword="null"/>.</summary>
    public string? ShareName { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(ShareName)); }

    /// <summary>Gets the cost per year: <c>Base × Share</c>.</summary>
    public Band<decimal> PerYear => Band.Between(Base * Share.Min, Base * (Share.Max ?? 1m));

    /// <summary>Returns the arithmetic, the same in every culture.</summary>
    public override string ToString() => FigureText.Of(Band.Between(Base, Base), FigureUnit.Money)
        + " " + BaseName + " × " + FigureText.Of(Share, FigureUnit.Percent)
        + (ShareName is null ? "" : " (" + ShareName + ")")
        + " = " + FigureText.Of(PerYear, FigureUnit.Money);
}
