using System.Globalization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>What a part of the variable pay is paid on.</summary>
/// <remarks>Immutable; equal when name, kind and unit are. The usual ones are static members; others are made by
/// <see cref="Custom"/>.</remarks>
public sealed record CompMeasure
{
    private CompMeasure(string name, MeasureKind kind, MeasureUnit unit)
    {
        Name = name;
        Kind = kind;
        Unit = unit;
    }

    /// <summary>Annual recurring revenue of new customers.</summary>
    public static CompMeasure NewArr { get; } = new("new ARR", MeasureKind.Flow, MeasureUnit.Money);

    /// <summary>Annual recurring revenue that existing customers add.</summary>
    public static CompMeasure ExpansionArr { get; } = new("expansion ARR", MeasureKind.Flow, MeasureUnit.Money);

    /// <summary>The share of customers kept over the measurement period.</summary>
    public static CompMeasure LogoRetention { get; } = new("logo retention", MeasureKind.Level, MeasureUnit.Ratio);

    /// <summary>The share of recurring revenue kept over the measurement period, expansion left out.</summary>
    public static CompMeasure GrossRetention { get; } = new("gross retention", MeasureKind.Level, MeasureUnit.Ratio);

    /// <summary>Customers that activate an AI or digital-twin module.</summary>
    public static CompMeasure Activations { get; } = new("activations", MeasureKind.Flow, MeasureUnit.Count);

    /// <summary>The customers' return on investment that is attributed to a module.</summary>
    public static CompMeasure AttributedRoi { get; } = new("attributed ROI", MeasureKind.Flow, MeasureUnit.Money);

    /// <summary>Pipeline that a partner brought or moved.</summary>
    public static CompMeasure PartnerInfluencedPipeline { get; } =
        new("partner-influenced pipeline", MeasureKind.Flow, MeasureUnit.Money);

    /// <summary>The consultants of partners who are certified, as a head count.</summary>
    public static CompMeasure CertifiedConsultants { get; } =
        new("certified consultants", MeasureKind.Level, MeasureUnit.Count);

    /// <summary>The name of the measure.</summary>
    public string Name { get; }

    /// <summary>How several credits make up what was attained.</summary>
    public MeasureKind Kind { get; }

    /// <summary>What the measure is counted in.</summary>
    public MeasureUnit Unit { get; }

    /// <summary>Creates a custom measure.</summary>
    /// <param name="name">The name, which is not blank.</param>
    /// <param name="kind">How several credits make up what was attained. Default: they add up.</param>
    /// <param name="unit">What it is counted in. Default: money.</param>
    /// <returns>The measure.</returns>
    /// <exception cref="ArgumentException">The name is empty, or the kind or unit is not defined.</exception>
    public static CompMeasure Custom(
        string name,
        MeasureKind kind = MeasureKind.Flow,
        MeasureUnit unit = MeasureUnit.Money) =>
        new(Guard.Against.Blank(name), Guard.Against.Undefined(kind), Guard.Against.Undefined(unit));

    /// <summary>The name of the measure.</summary>
    public override string ToString() => Name;

    /// <summary>An amount of the measure in words.</summary>
    internal string Format(decimal amount) =>
        Unit == MeasureUnit.Ratio
            ? Invariant($"{amount * 100m:0.##}%")
            : amount.ToString("#,0.##", CultureInfo.InvariantCulture);
}

/// <summary>How several credits of a <see cref="CompMeasure"/> make up what was attained.</summary>
public enum MeasureKind
{
    /// <summary>They add up: ARR booked, activations. Prorated and ramped targets apply.</summary>
    Flow = 0,

    /// <summary>Each is a reading, and the latest one stands: a retention rate, a head count. The target is a level
    /// too, and is never prorated.</summary>
    Level = 1,
}

/// <summary>What a <see cref="CompMeasure"/> is counted in.</summary>
public enum MeasureUnit
{
    /// <summary>Money in the currency of the plan.</summary>
    Money = 0,

    /// <summary>A number of things or people.</summary>
    Count = 1,

    /// <summary>A ratio, as a fraction: 0.96 for 96%.</summary>
    Ratio = 2,
}
