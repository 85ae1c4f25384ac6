using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>How on-target earnings split into base salary and variable pay.</summary>
/// <remarks>Immutable; equal when the shares are. The default value is base salary alone, 100/0.</remarks>
public readonly record struct PayMix
{
    private PayMix(decimal variable) => Variable = variable;

    /// <summary>The share that is base salary, a fraction.</summary>
    public decimal Base => 1m - Variable;

    /// <summary>The share that is variable at target, a fraction.</summary>
    public decimal Variable { get; }

    /// <summary>A mix as it is spoken of: <c>PayMix.Of(45, 55)</c>.</summary>
    /// <param name="basePercent">The percentage that is base salary, 0 to 100.</param>
    /// <param name="variablePercent">The percentage that is variable, 0 to 100.</param>
    /// <exception cref="ArgumentException">A share is outside 0 to 100, or they do not sum to 100.</exception>
    public static PayMix Of(int basePercent, int variablePercent) =>
        Of(Fraction(basePercent, nameof(basePercent)), Fraction(variablePercent, nameof(variablePercent)));

    /// <summary>A mix of fractions: <c>PayMix.Of(0.45m, 0.55m)</c>.</summary>
    /// <param name="baseShare">The share that is base salary, a fraction.</param>
    /// <param name="variableShare">The share that is variable, a fraction.</param>
    /// <exception cref="ArgumentException">A share is no fraction, or they do not sum to one.</exception>
    public static PayMix Of(decimal baseShare, decimal variableShare)
    {
        Guard.Against.NotFraction(baseShare);
        Guard.Against.NotFraction(variableShare);
        return baseShare + variableShare == 1m
            ? new PayMix(variableShare)
            : throw new ArgumentException(
                Invariant($"PayMix was {baseShare} base and {variableShare} variable, which sum to {baseShare + variableShare}; shares that sum to 1 are expected."),
                nameof(variableShare));
    }

    /// <summary>Whether the fractions make a mix.</summary>
    public static bool IsValid(decimal baseShare, decimal variableShare) =>
        baseShare is >= 0m and <= 1m && variableShare is >= 0m and <= 1m && baseShare + variableShare == 1m;

    /// <summary>The mix as it is written: <c>45/55</c>.</summary>
    public override string ToString() => Invariant($"{Base * 100m:0.##}/{Variable * 100m:0.##}");

    private static decimal Fraction(int percent, string name) => percent is >= 0 and <= 100
        ? percent / 100m
        : throw DomainGuards.OutOfRange(name, percent, "0 to 100");
}
