using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The schedule of deferred pay after a statement, created on first use, and the earnings from which the
/// statement was computed.</summary>
internal sealed class PaySource : IEquatable<PaySource>
{
    private readonly Earnings? _earnings;
    private readonly LocalDate _end;
    private DeferredPay[]? _schedule;

    public PaySource(Earnings earnings, LocalDate end, DrawBalances draws)
    {
        _earnings = earnings;
        _end = end;
        Draws = draws.Copy();
    }

    public PaySource(ValueList<DeferredPay> schedule) => _schedule = [.. schedule];

    /// <summary>Gets an empty schedule.</summary>
    public static PaySource Nothing { get; } = new([]);

    public ValueList<DeferredPay> Schedule =>
        ValueList.Own(_schedule ??= [.. _earnings!.Calendar.PayableFrom(_end)]);

    /// <summary>Gets the draw balances after the statement, or null if the statement was created from parts.</summary>
    public DrawBalances? Draws { get; }

    /// <summary>Gets or sets the statement as it was computed. A changed copy is a different object.</summary>
    public CompStatement? Statement { get; set; }

    /// <summary>Returns whether the statement was computed from these earnings.</summary>
    public bool IsOf(Earnings earnings) => ReferenceEquals(_earnings, earnings);

    public bool Equals(PaySource? other) =>
        ReferenceEquals(this, other) || (other is not null && Schedule == other.Schedule);

    public override bool Equals(object? obj) => Equals(obj as PaySource);

    public override int GetHashCode() => Schedule.GetHashCode();
}
