using System.Numerics;
using System.Runtime.InteropServices;
using RevenueModel.Statistics;

namespace RevenueModel.Kpis;

/// <summary>The sums of the amounts of the accounts of a segment at the start and at the end of a window, and of their
/// squares.</summary>
/// <typeparam name="TAmount">An integer that holds each amount.</typeparam>
/// <typeparam name="TSum">An integer that holds each sum of squares.</typeparam>
[StructLayout(LayoutKind.Auto)]
internal struct RevenueSums<TAmount, TSum>
    where TAmount : struct, IBinaryInteger<TAmount>
    where TSum : struct, IBinaryInteger<TSum>
{
    private long _closingLogos;
    private TSum _closing;
    private TSum _closingSquares;
    private long _openingLogos;
    private long _retainedLogos;
    private long _stalled;
    private TSum _opening;
    private TSum _openingSquares;
    private TSum _kept;
    private TSum _keptSquares;
    private TSum _products;

    /// <summary>Adds an account.</summary>
    /// <param name="opening">The amount at the start of the window in units, zero or more.</param>
    /// <param name="closing">The amount at its end, zero or more.</param>
    public void Add(TAmount opening, TAmount closing)
    {
        var end = TSum.CreateTruncating(closing);
        TSum endSquare = end * end;
        if (closing > TAmount.Zero)
        {
            _closingLogos++;
            _closing += end;
            _closingSquares += endSquare;
        }

        if (opening > TAmount.Zero)
        {
            var start = TSum.CreateTruncating(opening);
            _openingLogos++;
            _retainedLogos += closing > TAmount.Zero ? 1 : 0;
            _stalled += closing > TAmount.Zero && closing <= opening ? 1 : 0;
            _opening += start;
            _openingSquares += start * start;
            _kept += end;
            _keptSquares += endSquare;
            _products += start * end;
        }
    }

    /// <summary>Adds the sums to a sample of a segment without revenue.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="digits">The decimal places of the unit.</param>
    public readonly void AddTo(SegmentSample sample, int digits)
    {
        var one = BigInteger.Pow(10, digits);
        sample.Acv = RatioSample.OfSums(
            _closingLogos,
            digits,
            y: Whole(_closing),
            x: _closingLogos * one,
            yy: Whole(_closingSquares),
            xy: Whole(_closing) * one,
            xx: _closingLogos * one * one);
        sample.Nrr = RatioSample.OfSums(
            _openingLogos,
            digits,
            y: Whole(_kept),
            x: Whole(_opening),
            yy: Whole(_keptSquares),
            xy: Whole(_products),
            xx: Whole(_openingSquares));
        sample.OpeningLogos = _openingLogos;
        sample.RetainedLogos = _retainedLogos;
        sample.StalledAccounts = _stalled;
    }

    private static BigInteger Whole(TSum sum) => BigInteger.CreateChecked(sum);
}
