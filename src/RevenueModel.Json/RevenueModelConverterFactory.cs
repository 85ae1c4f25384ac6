using System.Text.Json;
using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Json;

/// <summary>Gives System.Text.Json the converters of all types of RevenueModel.</summary>
/// <remarks>
/// <see cref="RevenueModelJsonExtensions.AddRevenueModel"/> adds it to options. In a source-generated context name it
/// in <see cref="JsonSourceGenerationOptionsAttribute.Converters"/>. It uses no reflection.
/// </remarks>
public sealed class RevenueModelConverterFactory : JsonConverterFactory
{
    /// <summary>Returns whether a type is one of RevenueModel that has a JSON form: a record, a choice, a band, or a
    /// list or pair of the public types.</summary>
    /// <param name="typeToConvert">The type.</param>
    /// <returns><see langword="true"/> if the factory has a converter.</returns>
    public override bool CanConvert(Type typeToConvert)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        return typeToConvert.Assembly == typeof(ValueList).Assembly && AllShapes.Table.Find(typeToConvert) is not null;
    }

    /// <summary>Returns the converter of a type.</summary>
    /// <param name="typeToConvert">A type for which <see cref="CanConvert"/> is true.</param>
    /// <param name="options">Not used: the JSON form of a type is the same for all options.</param>
    /// <returns>The converter, or <see langword="null"/> if the type has no JSON form.</returns>
    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        return AllShapes.Table.Find(typeToConvert)?.ToConverter();
    }
}
