using RevenueModel.Primitives;

namespace RevenueModel.Compensation.Analysis;

/// <summary>Something in a plan that is outside a norm; made by <see cref="CompPlanCheckCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
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

    /// <summary>What was looked for.</summary>
    public CompPlanCheck Check { get; }

    /// <summary>How much it matters.</summary>
    public FindingSeverity Severity { get; }

    /// <summary>What was measured, in the unit that <see cref="Check"/> says.</summary>
    public decimal Measured { get; }

    /// <summary>Where it was to lie, in the same unit, or <see langword="null"/> where that is no band.</summary>
    public Band<decimal>? Norm { get; }

    /// <summary>A second norm that does not agree with the first, where there is one.</summary>
    public Band<decimal>? OtherNorm { get; internal init; }

    /// <summary>The finding in words, with its figures.</summary>
    public string Explanation { get; }

    /// <summary>Where the norm or the failure is published, or <see langword="null"/>.</summary>
    public Citation? Citation { get; internal init; }

    /// <summary>The finding in words.</summary>
    public override string ToString() => Citation is { } citation
        ? Invariant($"{Severity}: {Explanation} ({citation})")
        : Invariant($"{Severity}: {Explanation}");
}

/// <summary>How much a finding matters.</summary>
public enum FindingSeverity
{
    /// <summary>Unusual, and perhaps meant.</summary>
    Note = 0,

    /// <summary>Likely to cost something, or to disappoint people.</summary>
    Warning = 1,

    /// <summary>A known way in which plans fail.</summary>
    Serious = 2,
}
