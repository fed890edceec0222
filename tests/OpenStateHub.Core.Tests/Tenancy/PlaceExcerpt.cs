using System.Text;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tests.Tenancy;

/// <summary>A hand-written excerpt in INEGI's layout with the traps of the whole: equal names, a very long one, an unknown population.</summary>
internal static class PlaceExcerpt
{
    public const string Header =
        """
        "CVEGEO","CVE_ENT","NOM_ENT","NOM_ABR","CVE_MUN","NOM_MUN","CVE_CAB","NOM_CAB","POB_TOTAL","POB_MASCULINA","POB_FEMENINA","TOTAL DE VIVIENDAS HABITADAS"
        """;

    public const string Rows =
        """
        "08037","08","Chihuahua","Chih.","037","Juárez","0001","Juárez","1512450","0","0","0"
        "09003","09","Ciudad de México","CDMX","003","Coyoacán","0001","Coyoacán","614447","0","0","0"
        "09014","09","Ciudad de México","CDMX","014","Benito Juárez","0001","Benito Juárez","434153","0","0","0"
        "12014","12","Guerrero","Gro.","014","Benito Juárez","0001","San Jerónimo de Juárez","15442","0","0","0"
        "12083","12","Guerrero","Gro.","083","Ñuu Savi","0001","Coapinola","0","0","0","0"
        "20208","20","Oaxaca","Oax.","208","San Juan Mixtepec","0001","San Juan Mixtepec Distrito 08","6941","0","0","0"
        "20209","20","Oaxaca","Oax.","209","San Juan Mixtepec","0001","San Juan Mixtepec Distrito 26","607","0","0","0"
        "20549","20","Oaxaca","Oax.","549","Heroica Villa Tezoatlán de Segura y Luna, Cuna de la Independencia de Oaxaca","0001","X","11465","0","0","0"
        "23005","23","Quintana Roo","Q. Roo","005","Benito Juárez","0001","Cancún","911503","0","0","0"
        "26071","26","Sonora","Son.","071","Benito Juárez","0001","Villa Juárez","21692","0","0","0"
        "29045","29","Tlaxcala","Tlax.","045","Benito Juárez","0001","Benito Juárez","6211","0","0","0"
        "30027","30","Veracruz de Ignacio de la Llave","Ver.","027","Benito Juárez","0001","Benito Juárez","16120","0","0","0"
        "32004","32","Zacatecas","Zac.","004","Benito Juárez","0001","Florencia de Benito Juárez","4493","0","0","0"
        """;

    public static readonly PlaceReference Reference = new(
        [
            new StateReference("08", "chihuahua", "Chihuahua", "chih", "America/Chihuahua"),
            new StateReference("09", "ciudad-de-mexico", "Ciudad de México", "cdmx", "America/Mexico_City"),
            new StateReference("12", "guerrero", "Guerrero", "gro", "America/Mexico_City"),
            new StateReference("20", "oaxaca", "Oaxaca", "oax", "America/Mexico_City"),
            new StateReference("23", "quintana-roo", "Quintana Roo", "qroo", "America/Cancun"),
            new StateReference("26", "sonora", "Sonora", "son", "America/Hermosillo"),
            new StateReference("29", "tlaxcala", "Tlaxcala", "tlax", "America/Mexico_City"),
            new StateReference("30", "veracruz", "Veracruz", "ver", "America/Mexico_City"),
            new StateReference("32", "zacatecas", "Zacatecas", "zac", "America/Mexico_City"),
        ],
        new Dictionary<string, string> { ["08037"] = "America/Ciudad_Juarez" });

    public static PlacesFile Read(string rows) => Read(Encoding.UTF8.GetBytes($"{Header}\n{rows}"));

    public static PlacesFile Read(byte[] content) => PlacesFile.Read(content, Reference);

    /// <param name="known">What the catalogue holds before; grows by what is added.</param>
    public static List<PlaceChange> TakeInto(List<Tenant> known, PlacesFile file, PlaceReference reference)
    {
        var catalogue = new PlaceCatalogue(known, reference);
        var taken = reference.States.Select(catalogue.Take).Concat(file.Rows.Select(catalogue.Take)).ToList();
        known.AddRange(taken.Where(t => t.Change is PlaceChange.Added).Select(t => t.Place));
        return taken.ConvertAll(t => t.Change);
    }
}
