using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>A line of a statement: what, from which deal, by which arithmetic, and what it adds to each total.</summary>
/// <remarks>
/// Immutable; equal by value. In every line, and so in every total,
/// <c>earned + draw balance = payable now + deferred</c>.
/// </remarks>
public sealed record StatementLine
{
    /// <summary>What the line is for.</summary>
    public required StatementLineKind Kind { get; init; }

    /// <summary>Of an adjustment, the kind of the lines that it corrects.</summary>
    public StatementLineKind? Corrects { get; init; }

    /// <summary>The day it was earned, or happened.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>The role of the plan that it comes from.</summary>
    public required string Role { get; init; }

    /// <summary>What it is paid on: a measure, a trigger, a SPIFF, or a rule of the plan.</summary>
    public required PayItem Item { get; init => field = Guard.Against.Null(value, nameof(Item)); }

    /// <summary>The deal that it comes from, where it comes from one.</summary>
    public string? Deal { get; init; }

    /// <summary>The account that it comes from, where it is known.</summary>
    public string? Account { get; init; }

    /// <summary>What it adds to what is earned.</summary>
    public decimal Earned { get; init; }

    /// <summary>What it adds to what is paid with this statement.</summary>
    public decimal PayableNow { get; init; }

    /// <summary>What it adds to what is payable later; negative where that becomes payable or lapses.</summary>
    public decimal Deferred { get; init; }

    /// <summary>What it adds to the balance that the person owes.</summary>
    public decimal DrawBalance { get; init; }

    /// <summary>When what it defers becomes payable.</summary>
    public ValueList<DeferredPay> PayableLater { get; init; }

    /// <summary>Whether the deal is beyond the windfall limit of the plan.</summary>
    public bool IsWindfall { get; init; }

    /// <summary>The arithmetic, or the reason, in words.</summary>
    public required string Explanation { get; init; }

    /// <summary>Returns a readable description.</summary>
    public override string ToString()
    {
        string? subject = Deal ?? Account ?? Text(Kind, Item);
        return Invariant($"{Date:R} {Kind}{(subject is null ? "" : " " + subject)}: earned {Earned:#,0.00}, payable now {PayableNow:#,0.00} ({Explanation})");
    }

    // What the kind of the line says already is not said again.
    private static string? Text(StatementLineKind kind, PayItem item) => (kind, item.Kind) switch
    {
        (StatementLineKind.Adjustment, _) => item.ToString(),
        (StatementLineKind.Trigger, PayItemKind.Trigger) => InvariantText.Of(item.Trigger!.Value),
        (StatementLineKind.Spiff, PayItemKind.Spiff) => item.Spiff,
        (StatementLineKind.Guarantee, PayItemKind.RampGuarantee) => "ramp",
        (StatementLineKind.Residual, PayItemKind.Residual) => null,
        (_, PayItemKind.RecoverableDraw or PayItemKind.Balance) => null,
        _ => item.ToString(),
    };
}
