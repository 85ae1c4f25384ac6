using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The split of on-target earnings into base salary and variable pay.</summary>
/// <remarks>Immutable; equal when the shares are. The default value is base salary alone, 100/0.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct PayMix
{
    private PayMix(decimal variable) => Variable = variable;

    /// <summary>Gets the share of base salary, between 0 and 1.</summary>
    public decimal Base => 1m - Variable;

    /// <summary>Gets the share of variable pay at target, between 0 and 1.</summary>
    public decimal Variable { get; }

    /// <summary>Creates a mix from percentages: <c>PayMix.OfPercent(45, 55)</c>.</summary>
    /// <param name="basePercent">The percentage of base salary, between 0 and 100.</param>
    /// <param name="variablePercent">The percentage of variable pay, between 0 and 100; the two sum to 100.</param>
    /// <returns>The mix.</returns>
    /// <exception cref="ArgumentException">A percentage is outside 0 to 100, or the two do not sum to 100.</exception>
    public static PayMix OfPercent(int basePercent, int variablePercent)
    {
        RequirePercent(basePercent, nameof(basePercent));
        RequirePercent(variablePercent, nameof(variablePercent));
        return basePercent + variablePercent == 100
            ? new PayMix(variablePercent / 100m)
            : throw new ArgumentException(
                Invariant($"PayMix was {basePercent}% base and {variablePercent}% variable, which sum to ")
                    + Invariant($"{basePercent + variablePercent}%; percentages that sum to 100 are expected."),
                nameof(variablePercent));
    }

    /// <summary>Creates a mix from fractions: <c>PayMix.Of(0.45m, 0.55m)</c>.</summary>
    /// <param name="baseShare">The share of base salary, between 0 and 1.</param>
    /// <param name="variableShare">The share of variable pay, between 0 and 1; the two sum to one.</param>
    /// <returns>The mix.</returns>
    /// <exception cref="ArgumentException">A share is outside 0 to 1, or the two do not sum to one.</exception>
    public static PayMix Of(decimal baseShare, decimal variableShare)
    {
        if (baseShare is >= 0m and <= 100m && variableShare == 100m - baseShare)
        {
            throw DomainGuards.OutOfRange(
                nameof(baseShare),
                baseShare,
                Invariant($"a fraction between 0 and 1 (for {baseShare}/{variableShare} write ")
                    + Invariant($"PayMix.OfPercent({baseShare}, {variableShare}))"));
        }

        Guard.Against.NotFraction(baseShare);
        Guard.Against.NotFraction(variableShare);
        return baseShare + variableShare == 1m
            ? new PayMix(variableShare)
            : throw new ArgumentException(
                Invariant($"PayMix was {baseShare} base and {variableShare} variable, which sum to ")
                    + Invariant($"{baseShare + variableShare}; shares that sum to 1 are expected."),
                nameof(variableShare));
    }

    /// <summary>Returns whether <see cref="Of"/> accepts these shares.</summary>
    /// <param name="baseShare">The share of base salary.</param>
    /// <param name="variableShare">The share of variable pay.</param>
    /// <returns><see langword="true"/> if both are between 0 and 1 and they sum to one.</returns>
    public static bool IsValid(decimal baseShare, decimal variableShare) =>
        baseShare is >= 0m and <= 1m && variableShare is >= 0m and <= 1m && baseShare + variableShare == 1m;

    /// <summary>Returns the mix as percentages, such as <c>45/55</c>.</summary>
    public override string ToString() => Invariant($"{Base * 100m:0.##}/{Variable * 100m:0.##}");

    private static void RequirePercent(int percent, string name)
    {
        if (percent is < 0 or > 100)
        {
            throw DomainGuards.OutOfRange(name, percent, "0 to 100");
        }
    }
}
