using System.ComponentModel;
using System.Globalization;

namespace RevenueModel.Primitives;

/// <summary>Converts between text and a <see cref="Band{T}"/> of the number types that the library uses.</summary>
internal sealed class BandTypeConverter : TypeConverter
{
    private readonly TypeConverter _converter;

    /// <summary>Creates the converter for a band type.</summary>
    /// <param name="type">A band of <see cref="decimal"/>, <see cref="double"/>, <see cref="int"/> or
    /// <see cref="long"/>.</param>
    public BandTypeConverter(Type type) => _converter = type switch
    {
        _ when type == typeof(Band<decimal>) => new ParsableTypeConverter<Band<decimal>>(),
        _ when type == typeof(Band<double>) => new ParsableTypeConverter<Band<double>>(),
        _ when type == typeof(Band<int>) => new ParsableTypeConverter<Band<int>>(),
        _ when type == typeof(Band<long>) => new ParsableTypeConverter<Band<long>>(),
        _ => new TypeConverter(),
    };

    /// <inheritdoc/>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        _converter.CanConvertFrom(context, sourceType);

    /// <inheritdoc/>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        _converter.ConvertFrom(context, culture, value);

    /// <inheritdoc/>
    public override object? ConvertTo(
        ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        _converter.ConvertTo(context, culture, value, destinationType);
}
