using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>A line of a statement: its subject, deal and arithmetic, and the amounts that it adds to each
/// total.</summary>
/// <remarks>
/// Immutable; equal by value. For every line, and so for every total: <c>earned + draw balance + carried balance =
/// payable now + deferred</c>.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record StatementLine
{
    private readonly NameAndKey _role;

    /// <summary>Gets the kind of the line.</summary>
    public required StatementLineKind Kind { get; init; }

    /// <summary>Gets the kind of the lines that an adjustment corrects; <see langword="null"/> for other
    /// lines.</summary>
    public StatementLineKind? Corrects { get; init; }

    /// <summary>Gets the day on which the pay was earned, or on which the event occurred.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>Gets the role of the plan.</summary>
    public required string Role { get => _role.Name; init => _role = _role.WithName(value); }

    /// <summary>Gets the id of the plan, by which lines are matched. Default: the role.</summary>
    public string Plan { get => _role.Key; init => _role = _role.WithKey(Guard.Against.Blank(value, nameof(Plan))); }

    /// <summary>Gets whether the id of the plan is set, even if it is the role.</summary>
    internal bool HasPlan => _role.HasKey;

    /// <summary>Gets the subject of the line: a measure, a trigger, a SPIFF, or a rule of the plan.</summary>
    public required PayItem Item { get; init => field = Guard.Against.Null(value, nameof(Item)); }

    /// <summary>Gets the deal, or <see langword="null"/> if the line has no deal.</summary>
    public string? Deal { get; init; }

    /// <summary>Gets the account, or <see langword="null"/> if it is not known.</summary>
    public string? Account { get; init; }

    /// <summary>Gets the amount that the line adds to earned pay.</summary>
    public decimal Earned { get; init; }

    /// <summary>Gets the amount that the line adds to the pay of this statement.</summary>
    public decimal PayableNow { get; init; }

    /// <summary>Gets the amount that the line adds to deferred pay; negative if deferred pay becomes payable or
    /// lapses.</summary>
    public decimal Deferred { get; init; }

    /// <summary>Gets the amount that the line adds to the unrecovered draw.</summary>
    public decimal DrawBalance { get; init; }

    /// <summary>Gets the amount that the line adds to the negative pay that is carried forward.</summary>
    public decimal CarriedBalance { get; init; }

    /// <summary>Gets the parts of the deferred amount, with the days on which they become payable.</summary>
    public ValueList<DeferredPay> PayableLater { get; init; }

    /// <summary>Gets whether the deal exceeds the windfall limit of the plan.</summary>
    public bool IsWindfall { get; init; }

    /// <summary>Gets the figures of the calculation, or the reason of the line; <see langword="null"/> if they are not
    /// known.</summary>
    public LineDetail? Detail { get; init; }

    /// <summary>Gets a readable description of the calculation, or the reason of the line. It is created on each
    /// call.</summary>
    public string Explanation => Detail?.ToString() ?? "";

    /// <summary>Returns a readable description.</summary>
    public override string ToString()
    {
        string? subject = Deal ?? Account ?? Text(Kind, Item);
        return Invariant($"{Date:R} {Kind}{(subject is null ? "" : " " + subject)}: earned {Earned:#,0.00}, payable ")
            + Invariant($"now {PayableNow:#,0.00} ({Explanation})");
    }

    // Omits text that would repeat the kind of the line.
    private static string? Text(StatementLineKind kind, PayItem item) => (kind, item.Kind) switch
    {
        (StatementLineKind.Adjustment, _) => item.ToString(),
        (StatementLineKind.Trigger, PayItemKind.Trigger) => InvariantText.Of(item.Trigger!.Value),
        (StatementLineKind.Spiff, PayItemKind.Spiff) => item.SpiffName,
        (StatementLineKind.Guarantee, PayItemKind.RampGuarantee) => "ramp",
        (StatementLineKind.Residual, PayItemKind.Residual) => null,
        (_, PayItemKind.RecoverableDraw or PayItemKind.Balance) => null,
        _ => item.ToString(),
    };
}
