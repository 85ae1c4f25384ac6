using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>A commission statement: the pay that a person earned in a period, with the payable and deferred amounts of
/// each line.</summary>
/// <remarks>
/// Immutable; equal by value. Created by <see cref="StatementCalculator"/>, or from its parts if it was issued and
/// stored. The lines sum to the totals exactly: <c>earned</c>, <c>payable now</c>, <c>payable later - before</c>,
/// <c>draw balance - before</c> and <c>carried balance - before</c>. An issued statement does not change. Corrections
/// are adjustment lines of a later statement.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CompStatement
{
    /// <summary>Gets the person who is paid.</summary>
    public required string Person { get; init; }

    /// <summary>Gets the pay period.</summary>
    public required DateSpan Period { get; init; }

    /// <summary>Gets the lines, in the order in which they are computed.</summary>
    public required ValueList<StatementLine> Lines { get; init; }

    /// <summary>Gets the attainment of each component at the end of the period.</summary>
    public ValueList<ComponentAttainment> Attainments { get; init; }

    /// <summary>Gets the credits that do not count at the end of the period.</summary>
    public ValueList<WithheldCredit> Withheld { get; init; }

    /// <summary>Gets the pay that was earned in the period, including corrections of earlier periods.</summary>
    public required decimal Earned { get; init; }

    /// <summary>Gets the pay of this statement, including draws; zero or more. Negative pay is carried
    /// forward.</summary>
    public required decimal PayableNow { get; init; }

    /// <summary>Gets the pay that was earned before the period and was not payable yet.</summary>
    public required decimal PayableLaterBefore { get; init; }

    /// <summary>Gets the pay that is earned and not payable yet at the end of the period: <c>before + earned + change
    /// of both balances - payable now</c>.</summary>
    public required decimal PayableLater { get; init; }

    /// <summary>Gets the days on which deferred pay becomes payable. The parts sum to <see cref="PayableLater"/>. The
    /// list is created on first use.</summary>
    public ValueList<DeferredPay> Schedule
    {
        get => ScheduleFrom.Schedule;
        init => ScheduleFrom = new PaySource(value);
    }

    /// <summary>Gets the draw that was advanced and not recovered before the period; zero or more.</summary>
    public required decimal DrawBalanceBefore { get; init; }

    /// <summary>Gets the draw that is advanced and not recovered at the end of the period; zero or more.</summary>
    public required decimal DrawBalance { get; init; }

    /// <summary>Gets the negative pay that was carried forward before the period; zero or more.</summary>
    public decimal CarriedBalanceBefore { get; init; }

    /// <summary>Gets the negative pay that is carried forward at the end of the period; zero or more.</summary>
    public decimal CarriedBalance { get; init; }

    /// <summary>Gets the source of the schedule.</summary>
    internal PaySource ScheduleFrom { get; init; } = PaySource.Nothing;

    /// <summary>Gets whether the statement is unchanged since it was computed, and was not created from
    /// parts.</summary>
    internal bool IsAsComputed => ReferenceEquals(ScheduleFrom.Statement, this);

    /// <summary>Gets whether the lines sum to the totals and each line is balanced.</summary>
    public bool AddsUp
    {
        get
        {
            var earned = new FigureSum();
            var payableNow = new FigureSum();
            var deferred = new FigureSum();
            var drawBalance = new FigureSum();
            var carried = new FigureSum();
            foreach (StatementLine line in Lines)
            {
                if (line is null)
                {
                    return false;
                }

                var balance = new FigureSum();
                balance.Add(line.Earned);
                balance.Add(line.DrawBalance);
                balance.Add(line.CarriedBalance);
                balance.Add(-line.PayableNow);
                balance.Add(-line.Deferred);
                if (!balance.Is(0m))
                {
                    return false;
                }

                earned.Add(line.Earned);
                payableNow.Add(line.PayableNow);
                deferred.Add(line.Deferred);
                drawBalance.Add(line.DrawBalance);
                carried.Add(line.CarriedBalance);
            }

            deferred.Add(PayableLaterBefore);
            drawBalance.Add(DrawBalanceBefore);
            carried.Add(CarriedBalanceBefore);
            return earned.Is(Earned)
                && payableNow.Is(PayableNow)
                && deferred.Is(PayableLater)
                && drawBalance.Is(DrawBalance)
                && carried.Is(CarriedBalance);
        }
    }

    /// <summary>Returns a readable description.</summary>
    public override string ToString() => Invariant(
        $"{Person} {Period}: earned {Earned:#,0.00}, payable now {PayableNow:#,0.00}, payable later ")
        + Invariant($"{PayableLater:#,0.00}, draw balance {DrawBalance:#,0.00}")
        + (CarriedBalance != 0m ? Invariant($", carried {CarriedBalance:#,0.00}") : "");

    // A sum that does not overflow for any figures of a stored statement, because getters do not throw.
    private struct FigureSum
    {
        private decimal _total;
        private bool _isTooLarge;

        public void Add(decimal figure)
        {
            bool fits = figure > 0m ? _total <= decimal.MaxValue - figure : _total >= decimal.MinValue - figure;
            _total = fits ? _total + figure : 0m;
            _isTooLarge |= !fits;
        }

        public readonly bool Is(decimal expected) => !_isTooLarge && _total == expected;
    }
}
