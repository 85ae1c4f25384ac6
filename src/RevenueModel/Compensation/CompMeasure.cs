using System.Globalization;
using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>A measure of performance that variable pay is paid on, such as new ARR.</summary>
/// <remarks>Immutable; equal when id, kind and unit are equal. The name is only printed, and can change. Common
/// measures are static properties. <see cref="Custom"/> creates others.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CompMeasure
{
    private const decimal LargestRatio = 10m; // 1,000%, more than net retention and pipeline coverage reach

    private CompMeasure(string name, MeasureKind kind, MeasureUnit unit, string? id = null)
    {
        Id = id ?? name;
        Name = name;
        Kind = kind;
        Unit = unit;
    }

    /// <summary>Gets the annual recurring revenue of new customers.</summary>
    public static CompMeasure NewArr { get; } = new("new ARR", MeasureKind.Flow, MeasureUnit.Money);

    /// <summary>Gets the annual recurring revenue that existing customers add.</summary>
    public static CompMeasure ExpansionArr { get; } = new("expansion ARR", MeasureKind.Flow, MeasureUnit.Money);

    /// <summary>Gets the share of customers kept over the measurement period.</summary>
    public static CompMeasure LogoRetention { get; } = new("logo retention", MeasureKind.Level, MeasureUnit.Ratio);

    /// <summary>Gets the share of recurring revenue kept over the measurement period, excluding expansion.</summary>
    public static CompMeasure GrossRetention { get; } = new("gross retention", MeasureKind.Level, MeasureUnit.Ratio);

    /// <summary>Gets the number of customers that activate an AI or digital-twin module.</summary>
    public static CompMeasure Activations { get; } = new("activations", MeasureKind.Flow, MeasureUnit.Count);

    /// <summary>Gets the customers' return on investment that is attributed to a module.</summary>
    public static CompMeasure AttributedRoi { get; } = new("attributed ROI", MeasureKind.Flow, MeasureUnit.Money);

    /// <summary>Gets the pipeline that a partner sourced or influenced.</summary>
    public static CompMeasure PartnerInfluencedPipeline { get; } =
        new("partner-influenced pipeline", MeasureKind.Flow, MeasureUnit.Money);

    /// <summary>Gets the number of certified consultants of partners.</summary>
    public static CompMeasure CertifiedConsultants { get; } =
        new("certified consultants", MeasureKind.Level, MeasureUnit.Count);

    /// <summary>Gets the id, by which measures are compared. Default: the name.</summary>
    public string Id { get; }

    /// <summary>Gets the name, which statements print.</summary>
    public string Name { get; }

    /// <summary>Gets the way in which credits combine: they add up, or the latest reading counts.</summary>
    public MeasureKind Kind { get; }

    /// <summary>Gets the unit of the measure.</summary>
    public MeasureUnit Unit { get; }

    /// <summary>Creates a custom measure.</summary>
    /// <param name="name">The name; not blank.</param>
    /// <param name="kind">The way in which credits combine. Default: they add up.</param>
    /// <param name="unit">The unit of the measure. Default: money.</param>
    /// <param name="id">The id, which stays the same if the name changes; not blank. Default: the name.</param>
    /// <returns>The measure.</returns>
    /// <exception cref="ArgumentException">The name or the id is blank, or the kind or unit is not
    /// defined.</exception>
    public static CompMeasure Custom(
        string name,
        MeasureKind kind = MeasureKind.Flow,
        MeasureUnit unit = MeasureUnit.Money,
        string? id = null) => new(
            Guard.Against.Blank(name),
            Guard.Against.Undefined(kind),
            Guard.Against.Undefined(unit),
            Guard.Against.BlankWhenGiven(id));

    /// <summary>Returns whether both have the same id, kind and unit.</summary>
    /// <param name="other">The other measure; may be null.</param>
    /// <returns><see langword="true"/> if they are equal.</returns>
    public bool Equals(CompMeasure? other) =>
        other is not null
        && Kind == other.Kind
        && Unit == other.Unit
        && string.Equals(Id, other.Id, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Kind, Unit);

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name;

    /// <summary>Returns the allowed range if an amount is too large for a ratio and so is probably a percentage, or
    /// null. A logo or gross retention rate is at most 1, and other ratios are at most 10.</summary>
    internal string? AllowedRatio(decimal amount)
    {
        decimal largest = Equals(LogoRetention) || Equals(GrossRetention) ? 1m : LargestRatio;
        if (Unit != MeasureUnit.Ratio || amount <= largest)
        {
            return null;
        }

        return Invariant($"a ratio up to {largest}")
            + (amount is >= 2m and <= 1_000m ? Invariant($" (for {amount}% write {amount / 100m})") : "");
    }

    /// <summary>Returns an amount of the measure as text.</summary>
    internal string Format(decimal amount) =>
        Unit == MeasureUnit.Ratio
            ? Invariant($"{amount * 100m:0.##}%")
            : amount.ToString("#,0.##", CultureInfo.InvariantCulture);
}

/// <summary>The way in which credits of a <see cref="CompMeasure"/> combine into the attained amount.</summary>
public enum MeasureKind
{
    /// <summary>Credits add up, such as ARR booked or activations. Targets are prorated and ramped.</summary>
    Flow = 0,

    /// <summary>Each credit is a reading, and the latest one counts, such as a retention rate or a head count. The
    /// target is a level, and is not prorated.</summary>
    Level = 1,
}

/// <summary>The unit of a <see cref="CompMeasure"/>.</summary>
public enum MeasureUnit
{
    /// <summary>Money in the currency of the plan.</summary>
    Money = 0,

    /// <summary>A number of things or people.</summary>
    Count = 1,

    /// <summary>A ratio, as a fraction: 0.96 for 96%.</summary>
    Ratio = 2,
}
