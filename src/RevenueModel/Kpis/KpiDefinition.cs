using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Kpis;

/// <summary>A key performance indicator: what it measures, in which unit, which direction is better, and how often it
/// is reviewed.</summary>
/// <remarks>Immutable; equal by value. <see cref="StandardKpis"/> has the indicators that a
/// <see cref="Scorecard"/> measures; an application adds its own.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record KpiDefinition
{
    /// <summary>Gets the name, unique in a scorecard and compared by ordinal.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the formula in words and symbols.</summary>
    public required string Formula { get; init => field = Guard.Against.Blank(value, nameof(Formula)); }

    /// <summary>Gets the unit of the value.</summary>
    public KpiUnit Unit { get; init => field = Guard.Against.Undefined(value, nameof(Unit)); }

    /// <summary>Gets the direction in which the value gets better. Default: higher is better.</summary>
    public KpiDirection Better { get; init => field = Guard.Against.Undefined(value, nameof(Better)); }

    /// <summary>Gets the frequency of its review, or <see langword="null"/> if no source says so.</summary>
    public KpiCadence? Cadence
    {
        get;
        init => field = value is { } cadence ? Guard.Against.Undefined(cadence, nameof(Cadence)) : null;
    }

    /// <summary>Returns the name, the unit and the cadence.</summary>
    public override string ToString() => Name + ", " + Unit.ToString().ToLowerInvariant()
        + (Cadence is { } cadence ? ", " + cadence.ToString().ToLowerInvariant() : "");
}

/// <summary>The unit of an indicator.</summary>
public enum KpiUnit
{
    /// <summary>A rate or ratio, printed in percent. The default.</summary>
    Ratio = 0,

    /// <summary>An amount of money.</summary>
    Money = 1,

    /// <summary>Months, of which twelve are 365.25 days.</summary>
    Months = 2,

    /// <summary>A number, such as sites a year.</summary>
    Number = 3,
}

/// <summary>The direction in which an indicator gets better.</summary>
public enum KpiDirection
{
    /// <summary>Higher is better. The default.</summary>
    Higher = 0,

    /// <summary>Lower is better.</summary>
    Lower = 1,

    /// <summary>A value within the band is expected; neither direction is better.</summary>
    WithinBand = 2,
}

/// <summary>The frequency of the review of an indicator.</summary>
public enum KpiCadence
{
    /// <summary>Every day.</summary>
    Daily = 0,

    /// <summary>Every week.</summary>
    Weekly = 1,

    /// <summary>Every month.</summary>
    Monthly = 2,

    /// <summary>Every quarter.</summary>
    Quarterly = 3,
}
