using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation.Analysis;

/// <summary>A term of a plan that is outside a norm, as found by <see cref="CompPlanCheckCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CompPlanFinding
{
    internal CompPlanFinding(
        CompPlanCheck check,
        FindingSeverity severity,
        decimal measured,
        Band<decimal>? norm,
        string explanation)
    {
        Check = check;
        Severity = severity;
        Measured = measured;
        Norm = norm;
        Explanation = explanation;
    }

    /// <summary>Gets the check that has the finding.</summary>
    public CompPlanCheck Check { get; }

    /// <summary>Gets the severity of the finding.</summary>
    public FindingSeverity Severity { get; }

    /// <summary>Gets the measured value, in the unit that <see cref="CompPlanCheck"/> states for the check.</summary>
    public decimal Measured { get; }

    /// <summary>Gets the band of usual values, in the same unit, or <see langword="null"/> if the check has no
    /// band.</summary>
    public Band<decimal>? Norm { get; }

    /// <summary>Gets a second norm that differs from the first, or <see langword="null"/> if there is only
    /// one.</summary>
    public Band<decimal>? OtherNorm { get; internal init; }

    /// <summary>Gets a readable description of the finding, with its figures.</summary>
    public string Explanation { get; }

    /// <summary>Gets the publication of the norm or of the failure, or <see langword="null"/>.</summary>
    public Citation? Citation { get; internal init; }

    /// <summary>Returns a readable description.</summary>
    public override string ToString() => Citation is { } citation
        ? Invariant($"{Severity}: {Explanation} ({citation})")
        : Invariant($"{Severity}: {Explanation}");
}

/// <summary>The severity of a finding.</summary>
public enum FindingSeverity
{
    /// <summary>Unusual, and possibly intended.</summary>
    Note = 0,

    /// <summary>Likely to increase cost or to reduce motivation.</summary>
    Warning = 1,

    /// <summary>A published failure pattern of compensation plans.</summary>
    Serious = 2,
}
