using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text.Json.Serialization;

namespace RevenueModel.Primitives;

/// <summary>A range of values with both ends included, or open at the top: an ACV band of 12,000 to 58,000, a segment
/// of 680,000 or more.</summary>
/// <typeparam name="T">The type of the numbers. The unit is that of the property that holds the band.</typeparam>
/// <remarks>
/// Immutable; equal if both ends are equal. Created by <see cref="Band.Between{T}"/> and
/// <see cref="Band.AtLeast{T}"/>. The default value is the band from zero to zero. Prints <c>12,000-58,000</c> and
/// <c>680,000+</c> in every culture; a format string is applied to each end.
/// </remarks>
[TypeConverter(typeof(BandTypeConverter))]
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct Band<T> : IFormattable, IParsable<Band<T>>
    where T : struct, INumber<T>
{
    private static readonly bool IsWhole = T.CreateTruncating(0.5m) == T.Zero;

    private readonly T _max;

    internal Band(T min, T max, bool isOpen)
    {
        Min = min;
        _max = max;
        IsOpen = isOpen;
    }

    /// <summary>Gets the lower end, which belongs to the band.</summary>
    public T Min { get; }

    /// <summary>Gets the upper end, which belongs to the band, or <see langword="null"/> if the band is
    /// open.</summary>
    public T? Max => IsOpen ? null : _max;

    /// <summary>Gets whether the band has no upper end.</summary>
    public bool IsOpen { get; }

    /// <summary>Gets the value halfway between the ends, or <see langword="null"/> if the band is open.</summary>
    /// <remarks>
    /// <c>(min + max) / 2</c>, rounded half away from zero if <typeparamref name="T"/> is a whole number.
    /// </remarks>
    public T? Midpoint => Interpolate(0.5m);

    /// <summary>Returns whether a value lies in the band, ends included.</summary>
    /// <param name="value">The value, in the unit of the band.</param>
    /// <returns><see langword="true"/> if it lies in the band.</returns>
    /// <exception cref="ArgumentException"><paramref name="value"/> is NaN.</exception>
    public bool Contains(T value) => Locate(value) == BandPosition.In;

    /// <summary>Returns whether a value lies below, in or above the band.</summary>
    /// <param name="value">The value, in the unit of the band.</param>
    /// <returns>The position.</returns>
    /// <exception cref="ArgumentException"><paramref name="value"/> is NaN.</exception>
    public BandPosition Locate(T value)
    {
        RequireNumber(value);
        if (value < Min)
        {
            return BandPosition.Below;
        }

        return !IsOpen && value > _max ? BandPosition.Above : BandPosition.In;
    }

    /// <summary>Returns the value at a position in the band: 0 is the lower end, 0.5 the midpoint, 1 the upper
    /// end.</summary>
    /// <param name="position">The position, between 0 and 1.</param>
    /// <returns>The value, which lies in the band, or <see langword="null"/> if the band is open.</returns>
    /// <exception cref="ArgumentException"><paramref name="position"/> is outside 0 to 1.</exception>
    /// <remarks>
    /// <c>min + (max - min) × position</c>, exact at both ends; rounded half away from zero if
    /// <typeparamref name="T"/> is a whole number.
    /// </remarks>
    public T? Interpolate(decimal position)
    {
        Ardalis.GuardClauses.Guard.Against.NotFraction(position);
        if (IsOpen)
        {
            return null;
        }

        if (IsWhole)
        {
            decimal min = decimal.CreateChecked(Min);
            decimal value = min + ((decimal.CreateChecked(_max) - min) * position);
            return T.CreateChecked(decimal.Round(value, 0, MidpointRounding.AwayFromZero));
        }

        if (position == 1m)
        {
            return _max;
        }

        T share = T.CreateChecked(position);
        T width = _max - Min;
        return T.IsFinite(width)
            ? T.Clamp(Min + (width * share), Min, _max)
            : (Min * (T.One - share)) + (_max * share);
    }

    /// <summary>Returns the position of a value between the ends: 0 at the lower end, 1 at the upper end. It is the
    /// inverse of <see cref="Interpolate"/>.</summary>
    /// <param name="value">The value, in the unit of the band.</param>
    /// <returns><c>(value - min) / (max - min)</c>, below 0 or above 1 for a value outside the band, or
    /// <see langword="null"/> if the band is open or both ends are equal.</returns>
    /// <exception cref="ArgumentException"><paramref name="value"/> is NaN.</exception>
    /// <exception cref="OverflowException">The position does not fit a <see cref="decimal"/>.</exception>
    public decimal? PositionOf(T value)
    {
        RequireNumber(value);
        if (IsOpen || _max == Min)
        {
            return null;
        }

        return IsWhole
            ? (decimal.CreateChecked(value) - decimal.CreateChecked(Min))
                / (decimal.CreateChecked(_max) - decimal.CreateChecked(Min))
            : decimal.CreateChecked((value - Min) / (_max - Min));
    }

    /// <summary>Returns the nearest value that lies in the band.</summary>
    /// <param name="value">The value, in the unit of the band.</param>
    /// <returns>The value itself if it lies in the band, else the nearer end.</returns>
    /// <exception cref="ArgumentException"><paramref name="value"/> is NaN.</exception>
    public T Clamp(T value) => Locate(value) switch
    {
        BandPosition.Below => Min,
        BandPosition.Above => _max,
        _ => value,
    };

    /// <summary>Returns the distance of a value from the band.</summary>
    /// <param name="value">The value, in the unit of the band.</param>
    /// <returns>Zero inside the band, else the distance to the nearer end.</returns>
    /// <exception cref="ArgumentException"><paramref name="value"/> is NaN.</exception>
    /// <exception cref="OverflowException">The distance does not fit <typeparamref name="T"/>.</exception>
    public T DistanceTo(T value) => Locate(value) switch
    {
        BandPosition.Below => checked(Min - value),
        BandPosition.Above => checked(value - _max),
        _ => T.Zero,
    };

    /// <summary>Returns the band as text, the same in every culture: <c>12,000-58,000</c>, <c>680,000+</c>,
    /// <c>-5 to 5</c>.</summary>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns the band with a format for its ends: <c>0%</c> gives <c>22%-30%</c>.</summary>
    /// <param name="format">A numeric format. Default: grouped digits.</param>
    /// <param name="formatProvider">A culture. Default: the invariant culture.</param>
    /// <returns>The text.</returns>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        format ??= "#,0.############################";
        IFormatProvider provider = formatProvider ?? CultureInfo.InvariantCulture;
        string min = Min.ToString(format, provider);
        return IsOpen ? min + "+" : min + (T.IsNegative(Min) ? " to " : "-") + _max.ToString(format, provider);
    }

    /// <summary>Reads a band in the form in which it prints.</summary>
    /// <param name="s">The text, such as <c>12,000-58,000</c>, <c>680,000+</c> or <c>-5 to 5</c>. The culture does not
    /// matter.</param>
    /// <returns>The band.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is null.</exception>
    /// <exception cref="FormatException">The text has another form.</exception>
    [SuppressMessage("Design", "CA1000", Justification = "IParsable requires it; binders look for the public method.")]
    public static Band<T> Parse(string s) =>
        TextParser.Parse<Band<T>>(s, "Band", "a band such as 12,000-58,000, 680,000+ or -5 to 5");

    /// <summary>Reads a band such as <c>12,000-58,000</c>, <c>680,000+</c> or <c>-5 to 5</c>, if the text is
    /// one.</summary>
    /// <param name="s">The text; may be null.</param>
    /// <param name="result">The band, or the default one if the text has another form.</param>
    /// <returns><see langword="true"/> if the text was read.</returns>
    [SuppressMessage("Design", "CA1000", Justification = "IParsable requires it; binders look for the public method.")]
    public static bool TryParse([NotNullWhen(true)] string? s, out Band<T> result)
    {
        result = default;
        ReadOnlySpan<char> text = s.AsSpan().Trim();
        if (text.EndsWith("+"))
        {
            bool isOpen = TryNumber(text[..^1], out T least);
            result = isOpen ? Band.AtLeast(least) : default;
            return isOpen;
        }

        int separator = text.IndexOf(" to ");
        int width = 4;
        if (separator < 0)
        {
            // The first minus that is neither a sign nor part of an exponent separates the ends.
            separator = text.Length > 1 ? text[1..].IndexOf('-') + 1 : 0;
            width = 1;
            if (separator > 0 && text[separator - 1] is 'E' or 'e')
            {
                int next = text[(separator + 1)..].IndexOf('-');
                separator = next < 0 ? 0 : separator + 1 + next;
            }
        }

        if (separator <= 0
            || !TryNumber(text[..separator], out T min)
            || !TryNumber(text[(separator + width)..], out T max)
            || !Band.IsValid(min, max))
        {
            return false;
        }

        result = Band.Between(min, max);
        return true;
    }

    static Band<T> IParsable<Band<T>>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Band<T>>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, out Band<T> result) => TryParse(s, out result);

    private static bool TryNumber(ReadOnlySpan<char> text, out T number)
    {
        const NumberStyles style = NumberStyles.Number | NumberStyles.AllowExponent;
        if (T.TryParse(text.Trim(), style, CultureInfo.InvariantCulture, out T read)
            && T.IsFinite(read))
        {
            number = read;
            return true;
        }

        number = T.Zero;
        return false;
    }

    private static void RequireNumber(T value)
    {
        if (T.IsNaN(value))
        {
            throw new ArgumentException("value was NaN; a number is expected.", nameof(value));
        }
    }
}

/// <summary>The position of a value relative to a <see cref="Band{T}"/>.</summary>
public enum BandPosition
{
    /// <summary>Below the lower end.</summary>
    Below = -1,

    /// <summary>Inside the band; both ends belong to it.</summary>
    In = 0,

    /// <summary>Above the upper end. Nothing is above a band that is open at the top.</summary>
    Above = 1,
}
