using NodaTime;
using RevenueModel.Compensation;

namespace RevenueModel.Tests.Oracles.Compensation;

/// <summary>A part of what a line earned: the share that vests on a day, and when it is payable.</summary>
internal sealed record OraclePart(int Tranche, LocalDate Vests, LocalDate? Payable, decimal Amount)
{
    /// <summary>The day of the event that made the part void.</summary>
    public LocalDate? Void { get; set; }

    public bool IsPayableBefore(LocalDate day) => Void is null && Payable < day;
}

/// <summary>Something earned, with the parts in which it becomes payable.</summary>
internal sealed record OracleLine(
    StatementLineKind Kind,
    CompPlan Plan,
    string Item,
    string? Deal,
    string? Account,
    LocalDate Date,
    decimal Earned,
    List<OraclePart> Parts)
{
    /// <summary>The account that residuals and churn go by.</summary>
    public string? AccountKey => Account ?? Deal;

    public bool IsWindfall { get; init; }

    public bool IsClawedBack { get; set; }

    /// <summary>The part of a correction that a clawback had already recovered.</summary>
    public decimal Spared { get; set; }

    public OracleKey Key(StatementLineKind kind) => new(kind, Plan.Id, Item, Deal, Account);
}

/// <summary>The part of a line that lapses or is recovered on a day.</summary>
internal sealed record OracleLoss(StatementLineKind Kind, OracleLine Line, LocalDate Date, decimal Amount);

/// <summary>The key by which lines of a statement are summed.</summary>
internal readonly record struct OracleKey(
    StatementLineKind Kind, string Plan, string Item, string? Deal, string? Account)
{
    /// <summary>The ids of what a line is paid on.</summary>
    public static string ItemOf(PayItem item) => item.Kind switch
    {
        PayItemKind.Component => ItemOf(item.Measure!),
        PayItemKind.Trigger => ItemOf(item.Trigger!.Value),
        PayItemKind.Spiff => "SPIFF " + item.Spiff,
        _ => item.Kind.ToString(),
    };

    public static string ItemOf(CompMeasure measure) => "measure " + measure.Id;

    public static string ItemOf(ExpansionTriggerKind trigger) => "trigger " + trigger;

    public static string ItemOf(Spiff spiff) => "SPIFF " + spiff.Id;
}

/// <summary>The amounts that lines add to the totals of a statement.</summary>
internal readonly record struct OracleSum(decimal Earned, decimal PayableNow, decimal Deferred)
{
    public static OracleSum Of(StatementLine line) => new(line.Earned, line.PayableNow, line.Deferred);

    public static OracleSum operator +(OracleSum left, OracleSum right) => new(
        left.Earned + right.Earned, left.PayableNow + right.PayableNow, left.Deferred + right.Deferred);

    public static OracleSum operator -(OracleSum left, OracleSum right) => new(
        left.Earned - right.Earned, left.PayableNow - right.PayableNow, left.Deferred - right.Deferred);
}
